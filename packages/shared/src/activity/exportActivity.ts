import { limits, type Activity, type listActivitySchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent } from '../models/index.ts'
import type { Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { readActivityPage } from './readActivityPage.ts'

/**
 * A page of all that passes a filter, for a file; the newest first, so that what happens meanwhile is not among it. The audit tells
 * of each page what was asked for and how much that was.
 * @throws AppError FORBIDDEN for all but administrators
 */
export async function exportActivity(
  ctx: Ctx,
  { cursor, ...filter }: z.infer<typeof listActivitySchema>,
): Promise<Page<Activity>> {
  authorize(ctx.actor, 'admin:read-activity')
  const page = await readActivityPage(ctx, filter, { cursor, size: limits.exportedActivity })
  const { text, ...asked } = filter
  // The text may be a name, which is in no audit.
  const metadata = { rows: page.items.length, ...asked, ...(text !== undefined && { text: { length: text.length } }) }
  await withTransaction(ctx, (tx) => recordEvent(tx, { action: 'export', entityType: 'audit_logs', entityId: null, metadata }))
  return page
}
