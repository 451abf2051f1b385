import type { Brief, ContextKind, OutputKind, Slot, Span, Task } from '../schema.ts'
import { emptyBrief } from '../emptyBrief.ts'
import type { Sentence } from './sentences.ts'

/** A brief that is being read from a text. `subject` is whom "it" would name: the assistant, once it was described, or something named since; `isTold` once it was told of, not addressed. */
export type Reading = { text: string; brief: Brief; subject: 'assistant' | 'other'; isTold: boolean }

export const startReading = (text: string): Reading => ({ text, brief: emptyBrief(), subject: 'other', isTold: false })

export function parsed<T>(value: T, span: Span, confidence = 0.8): Slot<T> {
  return { value, source: 'parsed', span, confidence }
}

type TextList = 'inputs' | 'steps' | 'do' | 'safety' | 'criteria' | 'tone'

export function pushText(reading: Reading, slot: TextList, { text, span }: Sentence, confidence = 0.8): void {
  if (text !== '') reading.brief[slot].push(parsed(text, span, confidence))
}

export function pushContext(reading: Reading, kind: ContextKind, { text, span }: Sentence): void {
  reading.brief.context.push(parsed({ text, kind }, span, kind === 'unsorted' ? 0 : 0.8))
}

export function pushDont(reading: Reading, { text, span }: Sentence): void {
  const turn = /[;,.]? (?:but )?instead,? (?!of\b)/i.exec(text.slice(0, 1000))
  const rule = turn === null ? text : text.slice(0, turn.index)
  const instead = turn === null ? '' : text.slice(turn.index + turn[0].length)
  reading.brief.dont.push(parsed({ rule, instead }, span))
}

/** Sets the scalar, or, where it is taken already, files the words under the rules: nothing is dropped. */
export function setText(
  reading: Reading,
  slot: 'role' | 'domain' | 'audience' | 'language' | 'fallback' | 'escalation' | 'name',
  sentence: Sentence,
  whole: Sentence,
): void {
  if (reading.brief[slot] === null) reading.brief[slot] = parsed(sentence.text, sentence.span)
  else pushText(reading, 'do', whole, 0.5)
}

export function setTask(reading: Reading, task: Task, span: Span, confidence = 0.8): void {
  reading.brief.task = parsed(task, span, confidence)
}

/** Adds to what was said about the answer's form; the first kind that was named stays. */
export function addOutput(
  reading: Reading,
  kind: OutputKind | null,
  part: 'note' | 'template' | 'schema',
  { text, span }: Sentence,
): void {
  const before = reading.brief.output
  const value = { kind: kind ?? 'text', schema: '', template: '', note: '', ...before?.value }
  if (before !== null && before.value.kind === 'text' && kind !== null) value.kind = kind
  value[part] = value[part] === '' ? text : `${value[part]}\n${text}`
  reading.brief.output = parsed(value, before?.span ? { start: before.span.start, end: span.end } : span)
}
