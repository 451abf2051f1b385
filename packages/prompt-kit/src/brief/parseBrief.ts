import { isEmptyBrief } from './emptyBrief.ts'
import { readDocument } from './read/readDocument.ts'
import { asWholeUser } from './read/asWholeUser.ts'
import { joinUnsorted } from './read/joinUnsorted.ts'
import { pushContext, setTask, startReading } from './read/reading.ts'
import { settledArchetype } from './read/task.ts'
import { sortTitle } from './read/sortTitle.ts'
import type { Brief } from './schema.ts'

/** A whole text in another notation (JSON, XML): read as one piece of material. */
const notation = /^(?:\{[\s\S]*\}|\[[\s\S]*\]|<[a-z?!][\s\S]*>)$/i

/**
 * Reads what somebody wrote about the assistant they want. Every word stands in some slot afterwards, but for the cue words of
 * `read/kept.ts`; a clause that nothing is known about goes word for word into `context`, as `unsorted`. Linear in the text.
 */
export function parseBrief(text: string): Brief {
  const reading = startReading(text)
  const trimmed = text.trim()
  if (trimmed === '') return reading.brief
  const start = text.length - text.trimStart().length
  const whole = { text: trimmed, span: { start, end: start + trimmed.length } }
  if (trimmed.length > 40 && notation.test(trimmed)) pushContext(reading, 'material', whole)
  else readDocument(reading)
  const { brief } = reading
  const onlyUnsorted =
    brief.context.length === 1 && brief.context[0]?.value.kind === 'unsorted' && isEmptyBrief({ ...brief, context: [] })
  if (onlyUnsorted && trimmed.length <= 100 && !trimmed.includes('\n')) {
    brief.context = []
    sortTitle(reading, whole)
  }
  joinUnsorted(reading)
  const archetype = settledArchetype(brief, trimmed)
  if (archetype !== null && brief.task !== null) brief.task.value.archetype = archetype
  else if (archetype !== null) setTask(reading, { verb: '', object: '', archetype }, whole.span, 0.3)
  return asWholeUser(reading)
}
