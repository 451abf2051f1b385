import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

/** A place of the text about which something is to be said. */
export type FindingMark = { from: number; to: number; severity: 'error' | 'warning' | 'info'; words: string }

const setMarks = StateEffect.define<readonly FindingMark[]>()

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

function decorate(marks: readonly FindingMark[], length: number): DecorationSet {
  const ranges = marks
    // What was found in a text that is shorter by now is found anew in a moment.
    .filter(({ from, to }) => from < to && to <= length)
    .map(({ from, to, severity, words }) =>
      Decoration.mark({ class: `cm-finding cm-finding-${severity}`, attributes: { title: words } }).range(from, to),
    )
  return Decoration.set(ranges, true)
}

/** The places as they stand in the text at this moment; with what is written they move by themselves. */
export function showFindings(view: EditorView, marks: readonly FindingMark[]): void {
  view.dispatch({ effects: setMarks.of(marks) })
}

const line = { textDecorationLine: 'underline', textDecorationThickness: '1.5px', textUnderlineOffset: '0.22em' }

/** Underlines what was found, by how much it matters; hovering says what it is. */
export const findingMarks = [
  field,
  EditorView.theme({
    '.cm-finding': { ...line, textDecorationSkipInk: 'none' },
    '.cm-finding-error': { textDecorationStyle: 'wavy', textDecorationColor: 'var(--bad)' },
    '.cm-finding-warning': { textDecorationStyle: 'wavy', textDecorationColor: 'var(--warn)' },
    '.cm-finding-info': { textDecorationStyle: 'dotted', textDecorationColor: 'var(--line-strong)' },
  }),
]
