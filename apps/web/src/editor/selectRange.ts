import { EditorView } from '@codemirror/view'

/** Selects a piece of the text and brings it into view, to be written on; what is beyond its end is left out. */
export function selectRange(view: EditorView, { start, end }: { start: number; end: number }): void {
  const { length } = view.state.doc
  const [anchor, head] = [Math.min(start, length), Math.min(end, length)]
  view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
  view.focus()
}
