import type { activityNewsPageSchema, activityNewsSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { presentActivities, type ActivityRow } from './presentActivity.ts'
import { activityColumns, selectActivity, withText } from './selectActivity.ts'

/** Rows told at once. */
const pageSize = 200

/**
 * What is in the audit after a number, oldest number first. Asked again after the same number it may tell of rows between those
 * it told of: whoever wants all of them goes on from a number only when it is settled.
 * @throws AppError FORBIDDEN for all but administrators
 */
export async function readActivityNews(
  ctx: Ctx,
  { after, text, ...filter }: z.infer<typeof activityNewsSchema>,
): Promise<z.infer<typeof activityNewsPageSchema>> {
  authorize(ctx.actor, 'admin:read-activity')
  // What is new is little, whatever is in it; MySQL may think better of all that one person ever did.
  const query = selectActivity(ctx.db, filter).where('sequence', '>', after).hintComment('INDEX(audit_logs PRIMARY)')
  if (text !== undefined) withText(query, text)
  const rows = await query.orderBy('sequence').limit(pageSize).select<ActivityRow[]>(activityColumns)
  const items = await presentActivities(ctx.db, rows)
  return { items, next: rows.length < pageSize ? null : (items.at(-1)?.sequence ?? null) }
}
