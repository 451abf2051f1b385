import { StateEffect, type Extension } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  hoverTooltip,
  ViewPlugin,
  type DecorationSet,
  type PluginValue,
  type Tooltip,
  type ViewUpdate,
} from '@codemirror/view'
import { authorRanges, rangeAt, type AuthorRange } from '@prologue/collab/client'
import type { Text } from 'yjs'

/** Who writes under a client id. */
export type Writer = {
  /** The same for one person under all their client ids. */
  id: string
  name: string
  /** Null: the assistant, who has a mark of its own. */
  colour: string | null
}

/** What the page knows of who wrote. */
export type AuthorBook = {
  /** Undefined while it is not known. */
  writer: (client: number) => Writer | undefined
  /** When somebody's character was written, by its number, as near as it is known; '' where nothing is. */
  when: (client: number, clock: number) => string
  /** Finds out about these; resolves when it has, or could not. */
  ask: (clients: readonly number[]) => Promise<void>
}

/** What the editor tells while it colours the text. */
export type Authorship = {
  /** Who wrote how many characters of the text, the most first. */
  shares: { writer: Writer; length: number }[]
  /** Who wrote what stands before the cursor. */
  atCursor: { writer: Writer; when: string } | null
}

type Hearers = { book: AuthorBook; onShown: (authorship: Authorship) => void }

/** While people type, the colours follow this often at most; until then they move with the text. */
const followEvery = 80
const hoverAfter = 500

const colour = StateEffect.define<boolean>()
const readAgain = StateEffect.define<null>()

/** Colours the text by who wrote it, or no longer does. */
export function showAuthors(view: EditorView, on: boolean): void {
  view.dispatch({ effects: colour.of(on) })
}

/** Hovering tells who wrote a phrase and when; on demand the whole text is coloured. */
export function authorship(text: Text, { book, onShown }: Hearers): Extension {
  const plugin = ViewPlugin.define((view) => new Colours(view, text, book, onShown), {
    decorations: (colours) => colours.decorations,
  })
  return [plugin, hoverTooltip((view, place, side) => tellAt(view, text, book, side < 0 ? place - 1 : place), { hoverTime: hoverAfter }), theme]
}

class Colours implements PluginValue {
  decorations: DecorationSet = Decoration.none
  private ranges: AuthorRange[] = []
  private on = false
  private timer: ReturnType<typeof setTimeout> | undefined

  // No parameter properties: types are only stripped.
  private readonly view: EditorView
  private readonly text: Text
  private readonly book: AuthorBook
  private readonly onShown: Hearers['onShown']

  constructor(view: EditorView, text: Text, book: AuthorBook, onShown: Hearers['onShown']) {
    this.view = view
    this.text = text
    this.book = book
    this.onShown = onShown
  }

  update(update: ViewUpdate): void {
    const effects = update.transactions.flatMap((transaction) => transaction.effects)
    for (const effect of effects) if (effect.is(colour)) this.on = effect.value
    if (!this.on) {
      this.decorations = Decoration.none
      return
    }
    if (effects.some((effect) => effect.is(colour) || effect.is(readAgain))) return this.read()
    if (update.docChanged) this.decorations = this.decorations.map(update.changes)
    // The document and the editor agree again when the change is over.
    if (update.docChanged || update.viewportChanged || update.selectionSet) this.follow()
  }

  destroy(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private follow(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.view.dispatch({ effects: readAgain.of(null) })
    }, followEvery)
  }

  private read(): void {
    this.ranges = authorRanges(this.text)
    this.decorations = decorate(this.view, this.ranges, this.book)
    const { ranges, book } = this
    const unknown = [...new Set(ranges.map(({ client }) => client))].filter((client) => !book.writer(client))
    if (unknown.length > 0) void book.ask(unknown).then(() => this.on && this.follow())
    const authorship: Authorship = { shares: sharesOf(ranges, book), atCursor: writtenAt(ranges, book, this.view.state.selection.main.head - 1) }
    queueMicrotask(() => this.onShown(authorship))
  }
}

/** Colours what is in view; neighbours of one writer are one piece. */
function decorate(view: EditorView, ranges: readonly AuthorRange[], book: AuthorBook): DecorationSet {
  const pieces: { from: number; to: number; writer: Writer }[] = []
  const end = view.state.doc.length
  for (const visible of view.visibleRanges) {
    for (let at = ranges.indexOf(rangeAt(ranges, visible.from) ?? ranges[0]!); at < ranges.length; at++) {
    }
  }
  return Decoration.none
}
