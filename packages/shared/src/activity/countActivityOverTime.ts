import { limits, type ActivityCounts, type activityOverTimeSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { authorize } from '../policies/index.ts'
import type { ActivityRow } from './presentActivity.ts'
import { lookFor, newestActivity } from './selectActivity.ts'

const barCount = 60

type Row = Pick<ActivityRow, 'createdAt' | 'action' | 'actorId'>

/**
 * How much happened when, of what passes a filter. Of very much the newest are counted, and the time begins with them: all of
 * millions would take seconds each time somebody looks.
 * @throws AppError FORBIDDEN for all but administrators
 */
export async function countActivityOverTime(
  ctx: Ctx,
  { text, ...filter }: z.infer<typeof activityOverTimeSchema>,
): Promise<ActivityCounts> {
  authorize(ctx.actor, 'admin:read-activity')
  const query = newestActivity(ctx.db, filter).limit(limits.countedActivity + 1)
  const end = text === undefined ? null : await lookFor(ctx, query, text)
  const rows: Row[] = await query.select('createdAt', 'action', 'actorId')
  const counted = rows.slice(0, limits.countedActivity)
  const more = rows.length > limits.countedActivity || end !== null
  const times = counted.map(({ createdAt }) => readInstant(createdAt).getTime())
  const to = (filter.to ?? ctx.now()).getTime()
  const oldest = times.at(-1) ?? to
  const from = more || !filter.from ? Math.min(oldest, to - 1) : filter.from.getTime()
  const bars = Array.from({ length: barCount }, () => 0)
  for (const time of times) {
    const bar = Math.floor(((time - from) / (to - from)) * barCount)
    const at = Math.min(barCount - 1, Math.max(0, bar))
    bars[at] = (bars[at] ?? 0) + 1
  }
  const people = new Set(counted.flatMap(({ actorId }) => actorId ?? [])).size
  return { from: new Date(from), to: new Date(to), bars, total: counted.length, more, actions: countActions(counted), people }
}

function countActions(rows: readonly Row[]): ActivityCounts['actions'] {
  const counts = new Map<string, number>()
  for (const { action } of rows) counts.set(action, (counts.get(action) ?? 0) + 1)
  return [...counts].map(([action, count]) => ({ action, count })).toSorted((one, other) => other.count - one.count)
}
