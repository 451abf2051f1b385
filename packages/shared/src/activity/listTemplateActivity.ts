import type { OwnActivity, templateActivitySchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { Page } from '../pages.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findTemplate } from '../templates/index.ts'
import { readOwnActivity } from './readOwnActivity.ts'

/** What happened to a template, for who keeps it. @throws AppError NOT_FOUND, FORBIDDEN for all others */
export async function listTemplateActivity(
  ctx: Ctx,
  { templateId, cursor }: z.infer<typeof templateActivitySchema>,
): Promise<Page<OwnActivity>> {
  const { template } = await findTemplate(ctx, { id: templateId })
  authorize(ctx.actor, 'template:read-activity', template)
  return readOwnActivity(ctx, { wholeId: templateId, cursor, known: new Set([signedIn(ctx.actor).userId]) })
}
