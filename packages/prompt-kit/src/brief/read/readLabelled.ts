import { headingSlotOf } from '../lexicon/headings.ts'
import type { HeadingSlot } from '../lexicon/headings.ts'
import type { Block } from './blocks.ts'
import { forbids } from './cues.ts'
import { fileUnder } from './fileUnder.ts'
import type { Reading } from './reading.ts'
import { splitSentences, within } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { sortSentence } from './sortSentence.ts'

const label = /^\**([\p{L}' ’]{3,30}?)\**\s*[:：]\**\s+(?=\S)/u
/** Where a label may begin inside a sentence: "Tone: calm; Audience: pupils". */
const joint = /; (?=[\p{L}' ’]{3,30}[:：] )/gu

/** Labels whose value is one sentence; the sentences after it say something else. Those of the others go on with it. */
const single: ReadonlySet<HeadingSlot> = new Set<HeadingSlot>([
  'audience',
  'domain',
  'tone',
  'language',
  'length',
  'role',
  'task',
])

/** Whether the sentence still belongs to the label: what is forbidden after the form of the answer is a rule. */
const goesOn = (slot: HeadingSlot, next: Sentence | undefined): boolean =>
  next !== undefined && !((slot === 'output' || slot === 'tools') && forbids.test(next.text))

type Labelled = { slot: HeadingSlot; length: number }

/** The label that the words begin with, where it names a slot. "You will: …" begins a sentence of its own. */
function labelOf(text: string): Labelled | null {
  const named = label.exec(text.slice(0, 80))
  const slot = named?.[1] === undefined ? null : headingSlotOf(named[1])
  return named === null || slot === null || slot === 'steps' ? null : { slot, length: named[0].length }
}

/** The sentences of a line, one that begins with a label also cut before the next label in it. */
function piecesOf(text: string, offset: number): Sentence[] {
  return splitSentences(text, offset).flatMap((sentence) => {
    if (labelOf(sentence.text) === null) return [sentence]
    const cuts = [...sentence.text.matchAll(joint)]
      .map(({ index }) => index)
      .filter((index) => labelOf(sentence.text.slice(index + 2, index + 90)) !== null)
    const starts = [0, ...cuts.map((index) => index + 2)]
    return starts.map((start, index) => within(sentence, start, cuts[index]))
  })
}

function fileRest(reading: Reading, block: Block, { slot, length }: Labelled, { text, span }: Sentence): void {
  fileUnder(reading, slot, [
    { ...block, kind: 'line', text: text.slice(length).trimStart(), span: { start: span.start + length, end: span.end } },
  ])
}

/** Files a line with labels in it: "Explain tides. Audience: pupils. Tone: calm." False where it has none. */
export function readLabelled(reading: Reading, block: Block): boolean {
  const { text } = block
  const start = block.span.start + reading.text.slice(block.span.start, block.span.end).indexOf(text)
  const whole = { text, span: { start, end: block.span.end } }
  const first = labelOf(text)
  const isMultiline = text.includes('\n')
  // "Input: … Output: …" is one example.
  if (first !== null && (isMultiline || first.slot === 'inputs' || first.slot === 'examples')) {
    fileRest(reading, block, first, whole)
    return true
  }
  if (isMultiline) return false
  const pieces = piecesOf(text, start)
  const labels = pieces.map((piece) => labelOf(piece.text))
  if (labels.every((each) => each === null)) return false
  for (let index = 0; index < pieces.length; index++) {
    const [piece, found] = [pieces[index], labels[index]]
    if (piece === undefined) break
    if (found === null || found === undefined) {
      sortSentence(reading, piece)
      continue
    }
    let last = index
    while (!single.has(found.slot) && goesOn(found.slot, pieces[last + 1]) && labels[last + 1] === null) last++
    const end = pieces[last]?.span.end ?? piece.span.end
    fileRest(reading, block, found, { text: reading.text.slice(piece.span.start, end), span: { start: piece.span.start, end } })
    index = last
  }
  return true
}
