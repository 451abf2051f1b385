import { limits, type Activity, type listActivitySchema } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { cutPage, instant, onlyAfter, readCursor, type Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { activityColumns, selectActivity } from './selectActivity.ts'
import { presentActivities, type ActivityRow } from './presentActivity.ts'

const placeSchema = z.tuple([instant, z.int().min(0)])

type Filter = z.infer<typeof listActivitySchema>

/** A page of what happened, the newest first. @throws AppError FORBIDDEN for all but administrators */
export async function listActivity(ctx: Ctx, { cursor, ...filter }: Filter): Promise<Page<Activity>> {
  authorize(ctx.actor, 'admin:read-activity')
  const query = selectActivity(ctx.db, filter).orderBy([
    { column: 'createdAt', order: 'desc' },
    { column: 'sequence', order: 'desc' },
  ])
  onlyAfter(ctx, query, ['createdAt', 'sequence'], readCursor(cursor, placeSchema))
  const rows = await query.limit(limits.page + 1).select<ActivityRow[]>(activityColumns)
  const page = cutPage(rows, limits.page, ({ createdAt, sequence }) => [readInstant(createdAt), Number(sequence)])
  return { ...page, items: await presentActivities(ctx.db, page.items) }
}
