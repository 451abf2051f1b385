import type { DraftAuthor } from '@prologue/contracts'
import { clock, dayName } from './checkpointWords.ts'

const aMinute = 60_000

/**
 * When a character was written, as near as it is known: the draft was kept at some instants, and it came between two of them.
 * `clockOfIt` is its number among what the client wrote.
 */
export function writtenWhen({ since, seen }: Pick<DraftAuthor, 'since' | 'seen'>, clockOfIt: number, now: Date): string {
  const next = seen.findIndex((state) => state.clock > clockOfIt)
  const before = next === -1 ? seen.at(-1) : seen[next - 1]
  const from = before?.at ?? since
  const to = seen[next]?.at
  if (to) return between(from, to, now)
  return now.getTime() - from.getTime() < aMinute ? 'just now' : `since ${moment(from, now)}`
}

function between(from: Date, to: Date, now: Date): string {
  if (dayName(from, now) !== dayName(to, now)) return `between ${moment(from, now)} and ${moment(to, now)}`
  const day = dayOf(from, now)
  const [first, last] = [clock(from), clock(to)]
  return first === last ? `${day}, at ${first}` : `${day}, between ${first} and ${last}`
}

const moment = (at: Date, now: Date) => `${dayOf(at, now)}, ${clock(at)}`

/** As `dayName`, within a sentence. */
function dayOf(at: Date, now: Date): string {
  const name = dayName(at, now)
  return name === 'Today' || name === 'Yesterday' ? name.toLowerCase() : name
}
