import type { Reason } from '@prologue/contracts'
import { whyHere } from '@prologue/prompt-kit'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'

/** Why each sentence is there that the composer makes of the conversation's brief, whether or not the draft has it still. */
export async function listReasons(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<Reason[]> {
  const place = await findDraft(ctx, conversationId)
  authorize(ctx.actor, 'draft:read', place)
  const { brief } = place.conversation.context
  if (!brief) return []
  return whyHere(brief, brief.family?.value ?? 'plain').map(({ section, text, why }) => ({ section, text, why }))
}
