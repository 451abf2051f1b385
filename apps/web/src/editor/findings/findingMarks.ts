import { Decoration, EditorView, hoverTooltip, type DecorationSet } from '@codemirror/view'
import { movingMarks } from '../movingMarks.ts'

/** A place of the text about which something is to be said: `words` what it is, `why` it matters. */
export type FindingMark = { from: number; to: number; severity: 'error' | 'warning' | 'info'; words: string; why: string }

function decorate(marks: readonly FindingMark[], length: number): DecorationSet {
  const ranges = marks
    // What was found in a text that is shorter by now is found anew in a moment.
    .filter(({ from, to }) => from < to && to <= length)
    .map((mark) => Decoration.mark({ class: `cm-finding cm-finding-${mark.severity}`, mark }).range(mark.from, mark.to))
  return Decoration.set(ranges, true)
}

const { field, show: showFindings } = movingMarks(decorate)
export { showFindings }

/** More about one place would cover the text. */
const mostTold = 3

const tooltip = hoverTooltip((view, at, side) => {
  const told: FindingMark[] = []
  let [from, to] = [at, at]
  view.state.field(field).between(at, at, (start, end, { spec }) => {
    const isBeside = (start === at && side < 0) || (end === at && side > 0)
    if (isBeside || told.length === mostTold) return
    told.push(spec['mark'])
    ;[from, to] = [Math.min(from, start), Math.max(to, end)]
  })
  // Of a finding about the whole text the tip stands where the pointer is.
  const line = view.state.doc.lineAt(at)
  const pos = Math.max(from, line.from)
  return told.length === 0 ? null : { pos, end: Math.min(to, line.to), above: true, create: () => ({ dom: drawTip(told) }) }
})

function drawTip(marks: readonly FindingMark[]): HTMLElement {
  const tip = document.createElement('div')
  tip.className = 'cm-finding-tip'
  for (const { words, why } of marks) {
    const [said, because] = [document.createElement('p'), document.createElement('p')]
    said.textContent = words
    because.textContent = why
    because.className = 'cm-finding-why'
    tip.append(said, because)
  }
  return tip
}

const line = { textDecorationLine: 'underline', textDecorationThickness: '1.5px', textUnderlineOffset: '0.22em' }

/** Underlines what was found, by how much it matters; hovering says what it is and why. */
export const findingMarks = [
  field,
  tooltip,
  EditorView.theme({
    '.cm-finding': { ...line, textDecorationSkipInk: 'none' },
    '.cm-finding-error': { textDecorationStyle: 'wavy', textDecorationColor: 'var(--bad)' },
    '.cm-finding-warning': { textDecorationStyle: 'wavy', textDecorationColor: 'var(--warn)' },
    '.cm-finding-info': { textDecorationStyle: 'dotted', textDecorationColor: 'var(--line-strong)' },
    '.cm-tooltip:has(.cm-finding-tip)': {
      border: '1px solid var(--line)',
      borderRadius: 'var(--radius)',
      background: 'var(--raised)',
      boxShadow: 'var(--shadow)',
    },
    '.cm-finding-tip': { maxWidth: '22rem', padding: '0.5rem 0.75rem', font: '400 var(--text-meta)/1.45 var(--sans)' },
    '.cm-finding-tip p': { margin: '0', color: 'var(--ink)', overflowWrap: 'anywhere' },
    '.cm-finding-tip .cm-finding-why': { color: 'var(--ink-soft)' },
    '.cm-finding-tip .cm-finding-why + p': { marginTop: '0.5rem' },
  }),
]
