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
import { hovers } from './hovers.ts'

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
  /** Finds out about these; whether it has learned something. */
  ask: (clients: readonly number[]) => Promise<boolean>
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
const readAgain = StateEffect.define()

/** Colours the text by who wrote it, or no longer does. */
export function showAuthors(view: EditorView, on: boolean): void {
  view.dispatch({ effects: colour.of(on) })
}

/** Hovering tells who wrote a phrase and when; on demand the whole text is coloured. */
export function authorship(text: Text, { book, onShown }: Hearers): Extension {
  const plugin = ViewPlugin.define((view) => new Colours(view, text, book, onShown), {
    decorations: (colours) => colours.decorations,
  })
  return [
    plugin,
    hoverTooltip((view, place, side) => tellAt(view, text, book, side < 0 ? place - 1 : place), { hoverTime: hoverAfter }),
    theme,
  ]
}

class Colours implements PluginValue {
  decorations: DecorationSet = Decoration.none
  private on = false
  private destroyed = false
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
    this.destroyed = true
    clearTimeout(this.timer)
  }

  private follow(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.view.dispatch({ effects: readAgain.of(null) })
    }, followEvery)
  }

  private read(): void {
    const { book } = this
    const ranges = authorRanges(this.text)
    this.decorations = decorate(this.view, ranges, book)
    void this.learn(ranges)
    const atCursor = writtenAt(ranges, book, this.view.state.selection.main.head - 1)
    const shown = { shares: sharesOf(ranges, book), atCursor }
    queueMicrotask(() => this.onShown(shown))
  }

  private async learn(ranges: readonly AuthorRange[]): Promise<void> {
    const learned = await this.book.ask([...new Set(ranges.map(({ client }) => client))])
    if (learned && this.on && !this.destroyed) this.follow()
  }
}

/** Colours what is in view; neighbours of one writer are one piece. */
function decorate(view: EditorView, ranges: readonly AuthorRange[], book: AuthorBook): DecorationSet {
  const pieces: { from: number; to: number; writer: Writer }[] = []
  const end = view.state.doc.length
  for (const visible of view.visibleRanges) {
    for (const range of ranges) {
      if (range.from >= visible.to) break
      const from = Math.max(range.from, visible.from)
      const to = Math.min(range.to, visible.to, end)
      const writer = book.writer(range.client)
      if (from >= to || !writer) continue
      const last = pieces.at(-1)
      if (last?.to === from && last.writer.id === writer.id) last.to = to
      else pieces.push({ from, to, writer })
    }
  }
  return Decoration.set(pieces.map(({ from, to, writer }) => markOf(writer).range(from, to)))
}

function markOf({ colour: own, name }: Writer): Decoration {
  const attributes = { 'data-author': name, ...(own !== null && { style: `--who: ${own}` }) }
  return Decoration.mark({ class: own === null ? 'cm-author cm-author-assistant' : 'cm-author', attributes })
}

function sharesOf(ranges: readonly AuthorRange[], book: AuthorBook): Authorship['shares'] {
  const shares = new Map<string, Authorship['shares'][number]>()
  for (const { from, to, client } of ranges) {
    const writer = book.writer(client)
    if (!writer) continue
    const share = shares.get(writer.id) ?? { writer, length: 0 }
    share.length += to - from
    shares.set(writer.id, share)
  }
  return [...shares.values()].toSorted((one, other) => other.length - one.length)
}

function writtenAt(ranges: readonly AuthorRange[], book: AuthorBook, index: number): Authorship['atCursor'] {
  const range = rangeAt(ranges, index)
  const writer = range && book.writer(range.client)
  return range && writer ? { writer, when: book.when(range.client, range.clock + index - range.from) } : null
}

/** What is said over a character, once it is known. */
async function tellAt(view: EditorView, text: Text, book: AuthorBook, index: number): Promise<Tooltip | null> {
  // A finger points at nothing: what came up under it would hide the words.
  if (!hovers()) return null
  const range = rangeAt(authorRanges(text), index)
  if (!range || index >= view.state.doc.length) return null
  await book.ask([range.client])
  const written = writtenAt([range], book, index)
  if (!written) return null
  const { writer, when } = written
  return { pos: index, end: index + 1, above: true, create: () => ({ dom: drawTip(writer, when) }) }
}

function drawTip(writer: Writer, when: string): HTMLElement {
  const tip = document.createElement('div')
  tip.className = 'cm-author-tip'
  tip.setAttribute('role', 'tooltip')
  const dot = document.createElement('span')
  dot.className = writer.colour === null ? 'cm-author-dot cm-author-dot-assistant' : 'cm-author-dot'
  if (writer.colour !== null) dot.style.setProperty('--who', writer.colour)
  const name = document.createElement('strong')
  name.textContent = writer.name
  tip.append(dot, name)
  if (when !== '') tip.append(` ${when}`)
  return tip
}

/** A person's colour as it is seen on paper and on ink. */
const who = 'light-dark(var(--who), color-mix(in oklch, var(--who) 58%, white))'

const theme = EditorView.theme({
  '.cm-author': {
    borderRadius: '0.15em',
    backgroundColor: `color-mix(in oklch, ${who} 16%, transparent)`,
    boxShadow: `inset 0 -0.09em ${who}`,
  },
  '.cm-author-assistant': {
    backgroundColor: 'transparent',
    boxShadow: 'none',
    textDecoration: 'underline dotted var(--line-strong) 0.09em',
    textUnderlineOffset: '0.22em',
  },
  '.cm-tooltip.cm-tooltip-hover': { border: '0', backgroundColor: 'transparent' },
  '.cm-author-tip': {
    display: 'flex',
    alignItems: 'center',
    gap: '0.375rem',
    maxWidth: 'min(24rem, 90vw)',
    padding: '0.3rem 0.6rem',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink-soft)',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--text-meta)',
  },
  '.cm-author-tip strong': { color: 'var(--ink)', fontWeight: '600' },
  '.cm-author-dot': { flex: 'none', width: '0.5rem', height: '0.5rem', borderRadius: '50%', backgroundColor: who },
  '.cm-author-dot-assistant': { border: '1.5px dotted var(--ink-faint)', backgroundColor: 'transparent' },
})
