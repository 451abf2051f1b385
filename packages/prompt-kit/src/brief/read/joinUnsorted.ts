import type { Brief } from '../schema.ts'
import { parsed } from './reading.ts'
import type { Reading } from './reading.ts'

type ContextSlot = Brief['context'][number]

/** From so many clauses in a row on, their own layout tells more than a list of them. */
const run = 4

/** Nothing but layout between two clauses. */
const layout = /^[\s\-*•–—+▪◦‣#=_~\d.)]*$/

const isLoose = ({ value, span }: ContextSlot) => (value.kind === 'unsorted' || value.kind === 'background') && span !== undefined

/** Puts stretches of the text of which nothing was understood together again, as they were laid out. */
export function joinUnsorted({ text, brief }: Reading): void {
  const joined: ContextSlot[] = []
  let open: ContextSlot[] = []
  const close = () => {
    const [first, last] = [open[0]?.span, open.at(-1)?.span]
    if (open.length < run || first === undefined || last === undefined) joined.push(...open)
    else {
      const start = lineStart(text, first.start)
      joined.push(parsed({ text: text.slice(start, last.end), kind: 'unsorted' }, { start, end: last.end }, 0))
    }
    open = []
  }
  for (const slot of brief.context) {
    const end = open.at(-1)?.span?.end
    const follows =
      end !== undefined && slot.span !== undefined && end <= slot.span.start && layout.test(text.slice(end, slot.span.start))
    if (!isLoose(slot) || !follows) close()
    if (isLoose(slot)) open.push(slot)
    else joined.push(slot)
  }
  close()
  brief.context = joined
}

/** Takes in the mark of a list that stands before the place on its line. */
function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return layout.test(text.slice(start, at)) ? start : at
}
