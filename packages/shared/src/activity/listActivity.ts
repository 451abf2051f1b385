import { limits, type Activity, type listActivitySchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { readActivityPage } from './readActivityPage.ts'

/** A page of what happened, the newest first. @throws AppError FORBIDDEN for all but administrators */
export async function listActivity(ctx: Ctx, { cursor, ...filter }: z.infer<typeof listActivitySchema>): Promise<Page<Activity>> {
  authorize(ctx.actor, 'admin:read-activity')
  return readActivityPage(ctx, filter, { cursor, size: limits.page })
}
