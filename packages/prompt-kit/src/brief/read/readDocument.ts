import { headingSlotOf } from '../lexicon/headings.ts'
import type { HeadingSlot } from '../lexicon/headings.ts'
import { readBlocks } from './blocks.ts'
import type { Block } from './blocks.ts'
import { fileUnder } from './fileUnder.ts'
import { readLabelled } from './readLabelled.ts'
import { parsed, pushContext } from './reading.ts'
import type { Reading } from './reading.ts'
import { splitSentences } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { sortSentence } from './sortSentence.ts'
import { orderVerb } from './task.ts'

const pairInput = /^\**(?:input|user|q|question)\**\s*[:：]\**\s*(\S[\s\S]*)$/i
const pairOutput = /^\**(?:output|assistant|a|answer)\**\s*[:：]\**\s*(\S[\s\S]*)$/i

/** A lead whose list says what the assistant does: "It:", "The bot should:". */
const describes = /^(?:it|he|she|the assistant|the (?:bot|chatbot)(?= \w))(?: (?:should|must|will))?\s*[:：]?$/i

/** Blocks from `from` that lie under a heading of this level; a lead's part also ends at a gap that no list item follows. */
function partEnd(blocks: readonly Block[], from: number, level: number): number {
  let index = from
  while (index < blocks.length) {
    const block = blocks[index]
    if (block === undefined || block.kind === 'heading') break
    if (level === 7 && block.afterGap && index > from && !(block.kind === 'item' && blocks[index - 1]?.kind === 'item')) break
    if (level === 7 && index > from && block.kind === 'line' && blocks[index - 1]?.kind === 'item') break
    index++
  }
  return index
}

const asSentence = (block: Block): Sentence => ({ text: block.text, span: block.span })

/** Keeps a stretch of the text as it is laid out; what adjoins the material before it becomes one with it. */
function keepMaterial(reading: Reading, start: number, end: number): void {
  const last = reading.brief.context.at(-1)
  const from =
    last?.value.kind === 'material' && last.span !== undefined && reading.text.slice(last.span.end, start).trim() === ''
      ? last
      : null
  const begin = from?.span?.start ?? start
  // Indentation of the first line belongs to the layout.
  const text = reading.text
    .slice(begin, end)
    .replace(/^\s*\n/, '')
    .trimEnd()
  if (from !== null) reading.brief.context.pop()
  pushContext(reading, 'material', { text, span: { start: begin, end } })
}

/** Reads a text part by part: headings that are known sort their lines, others keep them as they are. */
export function readDocument(reading: Reading): void {
  const blocks = readBlocks(reading.text)
  let index = 0
  while (index < blocks.length) {
    const block = blocks[index]
    if (block === undefined) break
    if (block.kind === 'heading') index = readPart(reading, blocks, index)
    else if (block.kind === 'code' || block.kind === 'table') {
      keepMaterial(reading, block.span.start, block.span.end)
      index++
    } else index = readLoose(reading, blocks, index)
  }
}

/** A heading and what lies under it. Returns the index after them. */
function readPart(reading: Reading, blocks: readonly Block[], index: number): number {
  const heading = blocks[index]
  if (heading === undefined) return index + 1
  const end = partEnd(blocks, index + 1, heading.level)
  const slot = headingSlotOf(heading.text)
  const isEmpty = end === index + 1
  const next = blocks[end]
  const hasParts = next?.kind === 'heading' && next.level < 7 && next.level > heading.level
  if (slot !== null && !isEmpty && !hasParts) {
    fileUnder(reading, slot, blocks.slice(index + 1, end))
    return end
  }
  if (heading.level === 7 && !isEmpty && describes.test(heading.text)) {
    for (const block of blocks.slice(index + 1, end)) {
      reading.subject = 'assistant'
      sortSentence(reading, asSentence(block))
    }
    return end
  }
  const last = blocks[end - 1] ?? heading
  const isLead = heading.level === 7 && !isEmpty && blocks.slice(index + 1, end).every((block) => block.kind === 'item')
  if (isLead && last.span.end - heading.span.start < 4000 && !followsMaterial(reading, heading.span.start)) {
    const group = {
      text: reading.text.slice(heading.span.start, last.span.end).trim(),
      span: { start: heading.span.start, end: last.span.end },
    }
    const first = blocks[index + 1]
    fileGroup(reading, heading.text, group, first === undefined ? '' : first.text)
  } else keepMaterial(reading, heading.span.start, last.span.end)
  return end
}

function followsMaterial(reading: Reading, start: number): boolean {
  const last = reading.brief.context.at(-1)
  return last?.value.kind === 'material' && last.span !== undefined && reading.text.slice(last.span.end, start).trim() === ''
}

/** A lead with words of its own and its list: "Your dashboard should:". */
function fileGroup(reading: Reading, lead: string, group: Sentence, firstItem: string): void {
  const slot: HeadingSlot | null = /\b(?:rules?|constraints?|requirements?|guidelines?|must|principles)\b/i.test(lead)
    ? 'rules'
    : /\b(?:inputs?|variables?|will (?:give|provide))\b/i.test(lead)
      ? 'inputs'
      : /\b(?:output|format|structure)\b/i.test(lead)
        ? 'output'
        : null
  if (slot !== null)
    fileUnder(reading, slot, [{ kind: 'line', text: group.text, span: group.span, level: 0, afterGap: true }], true)
  else if (orderVerb(firstItem) !== null || /\b(?:you|your|steps?|tasks?|following)\b/i.test(lead))
    reading.brief.steps.push(parsed(group.text, group.span))
  else pushContext(reading, 'background', group)
}

/** A line, list item or pair of example lines that no heading covers. */
function readLoose(reading: Reading, blocks: readonly Block[], index: number): number {
  const block = blocks[index]
  const next = blocks[index + 1]
  if (block === undefined) return index + 1
  const input = pairInput.exec(block.text)?.[1]
  const output = next?.kind === 'line' || next?.kind === 'item' ? pairOutput.exec(next.text)?.[1] : undefined
  if (input !== undefined && output !== undefined && next !== undefined) {
    reading.brief.examples.push(parsed({ input, output }, { start: block.span.start, end: next.span.end }, 0.9))
    return index + 2
  }
  if (readLabelled(reading, block)) return index + 1
  if (block.kind === 'item' && block.text.includes('\n')) {
    if (orderVerb(block.text) !== null) reading.brief.steps.push(parsed(block.text, block.span))
    else pushContext(reading, 'background', asSentence(block))
    return index + 1
  }
  const offset = block.span.start + reading.text.slice(block.span.start, block.span.end).indexOf(block.text)
  for (const sentence of splitSentences(block.text, offset)) sortSentence(reading, sentence)
  return index + 1
}
