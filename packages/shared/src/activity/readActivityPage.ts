import type { Activity } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { cutPage, instant, onlyAfter, readCursor, writeCursor, type Page } from '../pages.ts'
import { presentActivities, type ActivityRow } from './presentActivity.ts'
import { activityColumns, lookFor, newestActivity, type ActivityFilter } from './selectActivity.ts'

const placeSchema = z.tuple([instant, z.int().min(0)])

const placeOf = ({ createdAt, sequence }: Pick<ActivityRow, 'createdAt' | 'sequence'>) =>
  [readInstant(createdAt), Number(sequence)] as const

/**
 * A page of what passes a filter, the newest first. For a text so many rows are looked through, so that a page may hold fewer than
 * `size`, or none, and yet go on.
 */
export async function readActivityPage(
  ctx: Ctx,
  { text, ...filter }: ActivityFilter,
  { cursor, size }: { cursor: string | undefined; size: number },
): Promise<Page<Activity>> {
  const query = newestActivity(ctx.db, filter)
  onlyAfter(ctx, query, ['createdAt', 'sequence'], readCursor(cursor, placeSchema))
  const end = text === undefined ? null : await lookFor(ctx, query, text)
  const rows: ActivityRow[] = await query.limit(size + 1).select(activityColumns)
  const page = cutPage(rows, size, placeOf)
  const items = await presentActivities(ctx.db, page.items)
  return { items, nextCursor: page.nextCursor ?? (end && writeCursor(end)) }
}
