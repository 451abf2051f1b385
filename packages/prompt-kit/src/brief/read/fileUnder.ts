import type { HeadingSlot } from '../lexicon/headings.ts'
import type { Block } from './blocks.ts'
import { readFormat, readLanguage, readLength, readTone } from './phrases.ts'
import { addOutput, parsed, pushContext, pushDont, pushText, setTask, setText } from './reading.ts'
import type { Reading } from './reading.ts'
import { readRole } from './role.ts'
import { splitSentences } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { sortSentence } from './sortSentence.ts'
import { archetypeOfTask, readTask } from './task.ts'

const forbids =
  /^(?:please )?(?:do not|don['’]t|never|avoid|refrain|no |not |must not|should not|you (?:must|should|may|can|will|are) (?:not|never)\b|you cannot)/i

/** List items stay whole; prose is taken sentence by sentence. */
function sentencesOf(block: Block): Sentence[] {
  if (block.kind !== 'line' || block.text.includes('\n')) return [{ text: block.text, span: block.span }]
  return splitSentences(block.text, block.span.start)
}

/** Files the blocks under a known heading into its slot; what the slot cannot hold goes on as rules or context, word for word. */
export function fileUnder(reading: Reading, slot: HeadingSlot, blocks: readonly Block[], whole = false): void {
  if (slot === 'examples') return fileExamples(reading, blocks)
  if (slot === 'output') return fileOutput(reading, blocks)
  for (const block of blocks) {
    const sentences = whole ? [{ text: block.text, span: block.span }] : sentencesOf(block)
    if (block.kind === 'code' || block.kind === 'table') pushContext(reading, 'material', { text: block.text, span: block.span })
    else for (const sentence of sentences) fileSentence(reading, slot, sentence)
  }
}

function fileSentence(reading: Reading, slot: Exclude<HeadingSlot, 'examples' | 'output'>, sentence: Sentence): void {
  switch (slot) {
    case 'rules':
      return forbids.test(sentence.text) ? pushDont(reading, sentence) : pushText(reading, 'do', sentence, 0.9)
    case 'donts':
      return pushDont(
        reading,
        forbids.test(sentence.text) ? sentence : { ...sentence, text: `Do not ${lowerFirst(sentence.text)}` },
      )
    case 'inputs':
    case 'steps':
    case 'safety':
    case 'criteria':
      return pushText(reading, slot, sentence, 0.9)
    case 'context':
      return pushContext(reading, 'background', sentence)
    case 'tools':
      reading.brief.tools.push(parsed(toolOf(sentence.text), sentence.span, 0.9))
      return
    case 'role':
      return fileRole(reading, sentence)
    case 'task':
      return fileTask(reading, sentence)
    case 'tone': {
      const words = readTone(sentence.text) ?? [sentence.text.replace(/\.$/, '')]
      reading.brief.tone.push(...words.map((word) => parsed(word, sentence.span, 0.9)))
      return
    }
    case 'language': {
      const name = readLanguage(sentence.text) ?? readLanguage(`in ${sentence.text}`)
      return setText(reading, 'language', name === null ? sentence : { ...sentence, text: name }, sentence)
    }
    case 'length': {
      const length = readLength(sentence.text)
      if (length === null || reading.brief.length !== null)
        return pushText(reading, 'do', { ...sentence, text: `Length: ${sentence.text}` })
      reading.brief.length = parsed(length, sentence.span, 0.9)
      return
    }
    case 'audience':
    case 'domain':
      return setText(reading, slot, { ...sentence, text: sentence.text.replace(/\.$/, '') }, sentence)
    default:
      return setText(reading, slot, sentence, sentence)
  }
}

const lowerFirst = (text: string) => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

function fileRole(reading: Reading, sentence: Sentence): void {
  if (reading.brief.role !== null || sentence.text.length > 400) return pushContext(reading, 'role', sentence)
  if (readRole(sentence.text) !== null) return sortSentence(reading, sentence)
  reading.brief.role = parsed(sentence.text.replace(/\.$/, ''), sentence.span, 0.9)
}

function fileTask(reading: Reading, sentence: Sentence): void {
  if (reading.brief.task !== null) return pushText(reading, 'steps', sentence)
  const task = readTask(sentence.text)
  setTask(
    reading,
    task ?? { verb: '', object: sentence.text, archetype: archetypeOfTask('', sentence.text) },
    sentence.span,
    0.95,
  )
}

function toolOf(text: string): { name: string; when: string; ifMissing: string } {
  const bare = /^`?[\w/-]+(?:\.\w+|\(\))*`?(?=\.?$)/.exec(text)?.[0]
  if (bare !== undefined) return { name: bare, when: '', ifMissing: '' }
  const split = /^[`*]*([\w .()/-]{2,60}?)[`*]*\s*(?::| - | – | — )\s*/.exec(text)
  return split?.[1] === undefined
    ? { name: '', when: text, ifMissing: '' }
    : { name: split[1], when: text.slice(split[0].length), ifMissing: '' }
}

const pair =
  /^\**(?:input|user|q|question)\**\s*[:：]\**\s*([\s\S]*?)\s*\n?\s*\**(?:output|assistant|a|answer)\**\s*[:：]\**\s*([\s\S]*)$/i
const first = /^\**(?:input|user|q|question)\**\s*[:：]\**\s*(\S[\s\S]*)$/i
const second = /^\**(?:output|assistant|a|answer)\**\s*[:：]\**\s*(\S[\s\S]*)$/i

function fileExamples(reading: Reading, blocks: readonly Block[]): void {
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]
    if (block === undefined) continue
    const next = blocks[index + 1]
    const together = block.text.includes('\n') ? pair.exec(block.text) : null
    const input = first.exec(block.text)?.[1]
    const output = next === undefined ? undefined : second.exec(next.text)?.[1]
    if (together?.[1] !== undefined && together[2] !== undefined) {
      reading.brief.examples.push(parsed({ input: together[1], output: together[2] }, block.span, 0.9))
    } else if (input !== undefined && output !== undefined && next !== undefined) {
      reading.brief.examples.push(parsed({ input, output }, { start: block.span.start, end: next.span.end }, 0.9))
      index++
    } else {
      reading.brief.examples.push(parsed({ input: '', output: block.text }, block.span, 0.6))
    }
  }
}

function fileOutput(reading: Reading, blocks: readonly Block[]): void {
  for (const block of blocks) {
    const sentence = { text: block.text, span: block.span }
    if (block.kind === 'code' || block.kind === 'table') {
      addOutput(
        reading,
        /^\s*(?:```|~~~)\s*json/i.test(block.text) ? 'json' : block.kind === 'table' ? 'table' : null,
        'template',
        sentence,
      )
    } else {
      addOutput(reading, readFormat(block.text) ?? readFormat(`as ${block.text}`), 'note', sentence)
    }
  }
}
