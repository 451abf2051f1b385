import type { Knex } from 'knex'
import { readInstant } from '../database/index.ts'

type State = { id: string; at: Date }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long a stretch one state stands for, by its age: a year of writing leaves some seven hundred. */
function stretchOf(age: number): number {
  if (age < day) return 10 * minute
  return age < 7 * day ? hour : day
}

/** Which of the states that were kept as time went by are not needed any more: of each stretch of time the newest stays. */
export function superseded(states: readonly State[], now: Date): string[] {
  const taken = new Set<string>()
  return states
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .filter(({ at }) => {
      const stretch = stretchOf(now.getTime() - at.getTime())
      const key = `${stretch} ${Math.floor(at.getTime() / stretch)}`
      if (taken.has(key)) return true
      taken.add(key)
      return false
    })
    .map(({ id }) => id)
}

/** Deletes what was kept as time went by and is not needed any more. What people kept stays. */
export async function thinOut(db: Knex, draftId: string, now: Date): Promise<void> {
  const rows = await db('draft_checkpoints')
    .where({ draftId, kind: 'time' })
    .select<{ id: string; createdAt: Date | string | number }[]>('id', 'createdAt')
  const states = rows.map(({ id, createdAt }) => ({ id, at: readInstant(createdAt) }))
  const ids = superseded(states, now)
  if (ids.length > 0) await db('draft_checkpoints').whereIn('id', ids).delete()
}
