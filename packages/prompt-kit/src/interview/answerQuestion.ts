import { people } from '../brief/lexicon/words.ts'
import type { HeadingSlot } from '../brief/lexicon/headings.ts'
import { mergeBriefs } from '../brief/mergeBriefs.ts'
import { asProhibition } from '../brief/read/asProhibition.ts'
import { readBlocks } from '../brief/read/blocks.ts'
import { demands, forbids } from '../brief/read/cues.ts'
import { fileUnder } from '../brief/read/fileUnder.ts'
import { pushContext, pushDont, pushText, setText, startReading, type Reading } from '../brief/read/reading.ts'
import { splitSentences } from '../brief/read/sentences.ts'
import { settledArchetype } from '../brief/read/task.ts'
import type { Brief } from '../brief/schema.ts'
import { asSaid } from './asSaid.ts'

/** The brief's slots as headings in a text would open them. */
const headingOf: Partial<Record<string, HeadingSlot>> = {
  role: 'role',
  domain: 'domain',
  task: 'task',
  audience: 'audience',
  context: 'context',
  inputs: 'inputs',
  steps: 'steps',
  do: 'rules',
  tone: 'tone',
  language: 'language',
  length: 'length',
  output: 'output',
  examples: 'examples',
  tools: 'tools',
  fallback: 'fallback',
  escalation: 'escalation',
  safety: 'safety',
  criteria: 'criteria',
}

/**
 * The brief with an answer, an option or free text, filed under the slot it was asked for and read as its readers read. What the slot
 * cannot hold becomes a rule or context: no word is dropped. The answer takes the place of what the slot had; lists grow. An answer for a
 * slot that is not known is background.
 */
export function answerQuestion(brief: Brief, slot: string, words: string): Brief {
  if (words.trim() === '') return brief
  const reading = startReading(inSlot(slot, words.trim()))
  const heading = headingOf[slot]
  if (slot === 'dont') fileProhibitions(reading)
  else if (slot === 'name') fileName(reading)
  else fileUnder(reading, heading ?? 'context', readBlocks(reading.text))
  const answer = asSaid(reading.brief)
  settleTask(brief, answer, reading.text)
  keepForm(brief, answer)
  return mergeBriefs(brief, answer)
}

/** The capital that begins a chip, for a place inside a sentence: "As a table" → "as a table", "Beginners" → "beginners". */
function inSlot(slot: string, words: string): string {
  const first = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/u.exec(words)?.[0] ?? ''
  const isPlain =
    (slot === 'output' && /^(?:In|As|Into|An?|The|One|Plain|Valid)$/.test(first)) ||
    (slot === 'audience' && people.has(first.toLowerCase()))
  return isPlain ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** What must never be done, said in whichever way; an order to do something is a rule of the other kind. */
function fileProhibitions(reading: Reading): void {
  for (const block of readBlocks(reading.text)) {
    const whole = { text: block.text, span: block.span }
    if (block.kind === 'code' || block.kind === 'table') pushContext(reading, 'material', whole)
    else
      for (const sentence of block.text.includes('\n') ? [whole] : splitSentences(block.text, block.span.start)) {
        const isOrder = !forbids.test(sentence.text) && demands.test(sentence.text)
        if (isOrder) pushText(reading, 'do', sentence)
        else pushDont(reading, { ...sentence, text: asProhibition(sentence.text) })
      }
  }
}

function fileName(reading: Reading): void {
  const whole = { text: reading.text, span: { start: 0, end: reading.text.length } }
  setText(reading, 'name', { ...whole, text: reading.text.replace(/[.!]$/, '') }, whole)
}

/** The kind of work that was known stays where the answer's own words tell none. */
function settleTask(brief: Brief, { task }: Brief, words: string): void {
  if (task === null) return
  const known = brief.task?.value.archetype
  const settled = settledArchetype({ role: brief.role, task }, words)
  task.value = {
    ...task.value,
    archetype: settled ?? (task.value.archetype === 'support' ? (known ?? 'support') : task.value.archetype),
  }
}

/** Fields and templates that were given before belong to the answer's form still. */
function keepForm({ output: before }: Brief, { output }: Brief): void {
  if (before === null || output === null) return
  const { schema, template } = output.value
  output.value = { ...output.value, schema: schema || before.value.schema, template: template || before.value.template }
}
