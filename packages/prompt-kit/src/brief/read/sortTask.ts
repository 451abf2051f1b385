import { splitClauses } from './clauses.ts'
import { conduct, manner, prepared, tasked, tellsMore, yourTask, yourTurn } from './cues.ts'
import { pushText, setTask } from './reading.ts'
import type { Reading } from './reading.ts'
import { within } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { archetypeOfTask, orderVerb, readTask } from './task.ts'

/** "Your task is to …", "You are tasked with …". Answers the clauses that are left to sort, null where the sentence names no task. */
export function sortTasked(reading: Reading, body: Sentence): Sentence[] | null {
  if (reading.brief.task !== null) return null
  const lead = tasked.exec(body.text) ?? yourTask.exec(body.text)
  if (lead === null) return null
  const rest = within(body, lead[0].length)
  const verb = /^[\p{L}-]+/u.exec(rest.text)?.[0]
  if (verb === undefined) return null
  if (tellsMore.test(lead[0])) {
    setTask(reading, { verb: '', object: body.text, archetype: archetypeOfTask(verb, rest.text) }, body.span, 0.95)
    return []
  }
  const [first = rest, ...others] = splitClauses(rest)
  const archetype = archetypeOfTask(verb.replace(/ing$/, ''), first.text)
  setTask(reading, { verb, object: first.text.slice(verb.length).trim(), archetype }, first.span, 0.95)
  return others
}

/** "I will paste a text and you will translate it": the first half is an input, the second the task. */
export function sortGiven(reading: Reading, body: Sentence): void {
  const turn = yourTurn.exec(body.text.slice(0, 600))
  const verb = turn === null ? null : orderVerb(body.text.slice(turn.index + turn[0].length))
  if (turn === null || verb === null) return pushText(reading, 'inputs', body)
  const deed = within(body, turn.index + turn[0].length)
  // "… and you will execute it": the halves need each other.
  if (reading.brief.task === null && /^\w+ (?:it|them|this|that)\b/i.test(deed.text)) {
    return setTask(reading, { verb: '', object: body.text, archetype: archetypeOfTask(verb.verb, body.text) }, body.span, 0.9)
  }
  pushText(reading, 'inputs', within(body, 0, turn.index))
  if (!sortOrder(reading, deed)) pushText(reading, 'steps', deed)
}

/** An order: the first is the task, the others are steps. */
export function sortOrder(reading: Reading, body: Sentence): boolean {
  const order = orderVerb(body.text)
  if (order === null) {
    // "Using the notes, write …" is an order too.
    if (!prepared.test(body.text.slice(0, 200))) return false
    const verb = /, (\w+)/.exec(body.text)?.[1] ?? ''
    if (orderVerb(verb) === null) return false
    if (reading.brief.task !== null) pushText(reading, 'steps', body)
    else setTask(reading, { verb: '', object: body.text, archetype: archetypeOfTask(verb, body.text) }, body.span)
    return true
  }
  const saysHow = reading.brief.role !== null && manner.test(body.text)
  if (saysHow || conduct.test(order.verb)) {
    pushText(reading, 'do', body)
    return true
  }
  const task = reading.brief.task === null ? readTask(body.text) : null
  if (task !== null) setTask(reading, task, body.span, 0.9)
  else if (reading.brief.task === null) return false
  else pushText(reading, 'steps', body)
  return true
}
