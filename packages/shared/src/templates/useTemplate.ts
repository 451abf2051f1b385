import type { useTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { createWithDraft } from '../conversations/index.ts'
import { authorize } from '../policies/index.ts'
import { countUse } from './countUse.ts'
import { fillVersion } from './fillVersion.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'

/**
 * A new conversation of the actor's, titled as the template, whose draft is a version with its variables filled in. It counts as
 * one use, whatever becomes of the conversation.
 * @throws AppError VALIDATION for values that do not fit
 */
export async function useTemplate(
  ctx: Ctx,
  { id, number, values }: z.infer<typeof useTemplateSchema>,
): Promise<{ conversationId: string }> {
  authorize(ctx.actor, 'conversation:create')
  const { template } = await findTemplate(ctx, { id })
  const text = fillVersion(await findVersion(ctx, template, number), values)
  const { id: conversationId } = await createWithDraft(ctx, { title: template.title, text })
  await withTransaction(ctx, (tx) => countUse(tx, id))
  return { conversationId }
}
