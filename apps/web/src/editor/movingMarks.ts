import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

/** Marks as they stand in the text at the moment they are shown; with what is written they move by themselves. */
export function movingMarks<Marks>(decorate: (marks: Marks, length: number) => DecorationSet) {
  const setMarks = StateEffect.define<Marks>()
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(before, transaction) {
      let now = before.map(transaction.changes)
      for (const effect of transaction.effects) {
        if (effect.is(setMarks)) now = decorate(effect.value, transaction.state.doc.length)
      }
      return now
    },
    provide: (marks) => EditorView.decorations.from(marks),
  })
  return { field, show: (view: EditorView, marks: Marks) => view.dispatch({ effects: setMarks.of(marks) }) }
}
