import { describesBot, describesRole } from './cues.ts'
import { parsed, pushContext, setTask } from './reading.ts'
import type { Reading } from './reading.ts'
import { readRole } from './role.ts'
import { within } from './sentences.ts'
import type { Sentence } from './sentences.ts'
import { readTask, toOrder } from './task.ts'

/** Takes the role that a clause names. Answers what is left of the clause to sort, all of it where it names none, null where nothing is left. */
export function sortRole(reading: Reading, clause: Sentence): Sentence | null {
  const found = readRole(clause.text)
  if (found === null) return clause
  const role = within(clause, found.start, found.rest)
  if (reading.brief.role !== null) {
    if (!describesRole.test(clause.text)) return clause
    pushContext(reading, 'role', clause)
    return null
  }
  reading.brief.role = parsed(role.text.replace(/[.:,]+$/, ''), role.span, 0.95)
  const rest = /^[\s,;:.–—-]*(?:and |but )?/i.exec(clause.text.slice(found.rest))
  const after = within(clause, found.rest + (rest?.[0].length ?? 0))
  return after.text === '' ? null : after
}

/** "I need a support bot that answers …": what the person wants is the assistant, and what it does is the task. */
export function sortBot(reading: Reading, clause: Sentence): boolean {
  if (reading.brief.role !== null) return false
  const match = describesBot.exec(clause.text)
  if (match?.[1] === undefined || match[2] === undefined) return false
  const start = match[0].length - match[1].length - match[2].length - 1
  const that = /,? (?:that|which|who|to|and) /i.exec(clause.text.slice(match[0].length, match[0].length + 200))
  if (that !== null) {
    const at = match[0].length + that.index
    const deeds = within(clause, at + that[0].length)
    const order = that[0].endsWith('to ') ? deeds.text : toOrder(deeds.text)
    const task = order === null ? null : readTask(order)
    if (task !== null && reading.brief.task === null) {
      reading.brief.role = parsed(within(clause, start, at).text, within(clause, start, at).span, 0.9)
      setTask(reading, task, deeds.span, 0.9)
      return true
    }
  }
  const whole = within(clause, start)
  reading.brief.role = parsed(whole.text.replace(/[.]+$/, ''), whole.span, 0.8)
  return true
}
