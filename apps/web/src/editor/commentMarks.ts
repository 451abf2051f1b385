import type { Extension } from '@codemirror/state'
import { Decoration, EditorView, keymap, type DecorationSet } from '@codemirror/view'
import type { Range } from './anchors.ts'
import { movingMarks } from './movingMarks.ts'

/** A piece of the text that somebody wrote a comment on. */
export type CommentMark = Range & { id: string }

export type CommentMarks = {
  marks: readonly CommentMark[]
  /** The one that is read just now. */
  activeId: string | null
}

function decorate({ marks, activeId }: CommentMarks, length: number): DecorationSet {
  const ranges = marks
    .filter(({ from, to }) => from < to && to <= length)
    .map(({ id, from, to }) => {
      const attributes = { 'data-comment': id, ...(id === activeId && { 'data-active': '' }) }
      return Decoration.mark({ class: 'cm-comment', attributes }).range(from, to)
    })
  return Decoration.set(ranges, true)
}

const { field, show: showMarks } = movingMarks(decorate)
export { showMarks }

type Hearers = {
  /** A mark was clicked, or the keys were pressed in it. */
  onOpen: (id: string) => void
  /** A comment is to be written on what is selected. */
  onComment: () => void
}

/** Pieces of the text with comments on them. */
export function commentMarks({ onOpen, onComment }: Hearers): Extension {
  const comment = (view: EditorView) => {
    const { empty, head } = view.state.selection.main
    const id = empty ? markAt(view, head) : null
    if (id === null) onComment()
    else onOpen(id)
    return true
  }
  return [
    field,
    keymap.of([{ key: 'Mod-Alt-m', run: comment, preventDefault: true }]),
    EditorView.domEventHandlers({
      click(event, view) {
        const mark = event.target instanceof Element && event.target.closest<HTMLElement>('[data-comment]')
        const id = mark ? mark.dataset['comment'] : undefined
        // Who selects words drags over marks without wanting to read them.
        if (id !== undefined && view.state.selection.main.empty) onOpen(id)
      },
    }),
    theme,
  ]
}

/** The mark that begins last of those around a place. */
function markAt(view: EditorView, place: number): string | null {
  let found: string | null = null
  view.state.field(field).between(place, place, (_from, _to, mark) => {
    const id: unknown = mark.spec.attributes?.['data-comment']
    if (typeof id === 'string') found = id
  })
  return found
}

const theme = EditorView.theme({
  '.cm-comment': {
    borderBottom: '2px solid var(--mark-line)',
    backgroundColor: 'var(--mark)',
    cursor: 'pointer',
  },
  '.cm-comment[data-active]': { backgroundColor: 'var(--mark-active)' },
})
