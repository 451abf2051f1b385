import { limits, type Activity, type listActivitySchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { recordEvent } from '../models/index.ts'
import { countRows } from '../countRows.ts'
import type { Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { readActivityPage } from './readActivityPage.ts'
import { newestActivity } from './selectActivity.ts'

/**
 * A page of all that passes a filter, for a file; the newest first, so that what happens meanwhile is not among it. The audit tells
 * that it was taken, what was asked for, and how much that was: at its beginning, or with a text page by page, as nobody counts in
 * advance what a text stands in.
 * @throws AppError FORBIDDEN for all but administrators
 */
export async function exportActivity(
  ctx: Ctx,
  { cursor, ...filter }: z.infer<typeof listActivitySchema>,
): Promise<Page<Activity>> {
  authorize(ctx.actor, 'admin:read-activity')
  const page = await readActivityPage(ctx, filter, { cursor, size: limits.exportedActivity })
  const { text, ...asked } = filter
  if (cursor === undefined || (text !== undefined && page.items.length > 0)) {
    const whole = page.nextCursor === null || text !== undefined
    const rows = whole ? page.items.length : await countRows(ctx.db, newestActivity(ctx.db, asked))
    // The text may be a name, which is in no audit.
    const metadata = { rows, ...asked, ...(text !== undefined && { text: { length: text.length } }) }
    await withTransaction(ctx, (tx) => recordEvent(tx, { action: 'export', entityType: 'audit_logs', entityId: null, metadata }))
  }
  return page
}
