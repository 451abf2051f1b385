import type { Checkpoint } from '@prologue/contracts'
import { authorName } from './authorName.ts'

/** What an entry of the time line is: the name that somebody gave it, or what the program made it for. */
export function checkpointWhat({ kind, name }: Pick<Checkpoint, 'kind' | 'name'>): string {
  if (kind === 'manual') return name
  if (kind === 'apply') return 'Before an answer was applied'
  if (kind === 'time') return 'Kept while people wrote'
  return name === '' ? 'Before an earlier state was restored' : `Before “${name}” was restored`
}

/** Who made it happen. */
export function checkpointWho({ createdBy }: Pick<Checkpoint, 'createdBy'>, meId: string): string {
  if (createdBy === null) return 'By itself'
  if (createdBy.id === meId) return 'You'
  return authorName(createdBy)
}

const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** "14:05". */
export function clock(at: Date): string {
  return time.format(at)
}

const dayAndMonth = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long' })
const withYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' })

/** "Today", "Yesterday", "3 May", with its year where it is not this one. */
export function dayName(at: Date, now: Date): string {
  const day = new Date(at).setHours(0, 0, 0, 0)
  const today = new Date(now)
  if (day === today.setHours(0, 0, 0, 0)) return 'Today'
  if (day === today.setDate(today.getDate() - 1)) return 'Yesterday'
  return (at.getFullYear() === now.getFullYear() ? dayAndMonth : withYear).format(at)
}

export type Day = { name: string; entries: Checkpoint[] }

/** The entries of each day, in their order. */
export function groupByDay(entries: readonly Checkpoint[], now: Date): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const name = dayName(entry.createdAt, now)
    const last = days.at(-1)
    if (last?.name === name) last.entries.push(entry)
    else days.push({ name, entries: [entry] })
  }
  return days
}
