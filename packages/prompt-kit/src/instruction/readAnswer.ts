import { jsonrepair } from 'jsonrepair'
import { answerSchema, type Answer } from './answerSchema.ts'
import { soundEdits } from './soundEdits.ts'
import { withoutThoughts } from './withoutThoughts.ts'

/** UTF-16 units; a longer answer is none. */
const longest = 1_000_000
/** What is mended beyond line breaks in strings: the time that takes may grow with the square of the text. */
const longestToMend = 20_000
const most = { edits: 100, options: 5, question: 1_000, option: 200, slot: 100 }

/**
 * The answer that a model's text holds: as it is, in a fence, or amid other words; small faults of its JSON are mended. Null where there
 * is none, or where it was cut off within a sentence; with `isCut`, known from elsewhere, also where its JSON is not whole. Never throws.
 */
export function readAnswer(text: string, isCut = false): Answer | null {
  if (text.length > longest) return null
  const object = objectIn(withoutThoughts(text))
  return object === null ? null : bounded(parsed(object, isCut))
}

/** The object in a text, from its first field to its end; with what follows, where it has none. */
function objectIn(text: string): string | null {
  const start = text.startsWith('{') ? 0 : text.search(/\{\s*["'“]?(?:reply|edits|question)\b/)
  if (start === -1) return null
  const rest = text.slice(start)
  let depth = 0
  let inside = false
  for (const { 0: found, index } of rest.matchAll(/\\[^]|["{}]/g)) {
    if (found === '"') inside = !inside
    else if (!inside && found === '{') depth++
    else if (!inside && found === '}' && --depth === 0) return rest.slice(0, index + 1)
  }
  // Words behind it are no part of it; what was begun is, and shows that there was to be more.
  const end = rest.lastIndexOf('}') + 1
  return end > 0 && !rest.includes('"', end) ? rest.slice(0, end) : rest
}

function parsed(text: string, isCut: boolean): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const { escaped, isOpen } = escapeBreaks(text)
    return isCut || isOpen ? null : mended(escaped)
  }
}

function mended(text: string): unknown {
  try {
    return JSON.parse(text.length > longestToMend ? text : jsonrepair(text))
  } catch {
    // Nothing that can be read; or too deep for the stack.
    return null
  }
}

/** Line breaks and tabs within strings as JSON has them; `isOpen`: the text stops before a string has ended, so what was to follow is not known. */
function escapeBreaks(text: string): { escaped: string; isOpen: boolean } {
  let isOpen = false
  const escaped = text.replace(/\\[^]|["\n\r\t]/g, (found) => {
    if (found === '"') isOpen = !isOpen
    else if (isOpen && found.length === 1) return found === '\n' ? '\\n' : found === '\r' ? '\\r' : '\\t'
    return found
  })
  return { escaped, isOpen }
}

/**
 * The value as an answer; fields that are missing have nothing to say, but one of them must be there. Edits that are none are left out,
 * as those beyond the limit are, and the reply says so at its end; where there is no other, this is no answer.
 */
function bounded(value: unknown): Answer | null {
  if (typeof value !== 'object' || value === null || !('reply' in value || 'edits' in value)) return null
  const { reply, edits, question } = { reply: '', edits: [], question: null, ...value }
  if (typeof reply !== 'string' || !Array.isArray(edits)) return null
  const sound = soundEdits(edits)
  if (sound.length === 0 && edits.length > 0) return null
  return {
    reply: reply.toWellFormed() + leftOut(edits.length - sound.length, Math.max(sound.length - most.edits, 0)),
    edits: sound.slice(0, most.edits),
    question: asked(question),
  }
}

function leftOut(unreadable: number, beyond: number): string {
  const why = [
    ...(unreadable === 0 ? [] : [`${counted(unreadable, 'could not be read and')} left out.`]),
    ...(beyond === 0 ? [] : [`${counted(beyond, `came after the first ${most.edits} and`)} left out.`]),
  ]
  return why.length === 0 ? '' : `\n\n(${why.join(' ')})`
}

function counted(count: number, why: string): string {
  return count === 1 ? `One edit ${why} was` : `${count} edits ${why} were`
}

/** A question that cannot be asked is none; of what is asked at length the beginning is. */
function asked(question: unknown): Answer['question'] {
  const { data } = answerSchema.shape.question.safeParse(question)
  if (!data) return null
  const slot = upTo(most.slot, data.slot)
  const text = upTo(most.question, data.text)
  const options = data.options.map((option) => upTo(most.option, option)).filter((option) => option !== '')
  return text === '' ? null : { slot, text, options: options.slice(0, most.options) }
}

/** Without what no JSON column takes: halves of surrogates, and NUL. */
function upTo(length: number, text: string): string {
  return text.replaceAll('\0', '').trim().slice(0, length).toWellFormed()
}
