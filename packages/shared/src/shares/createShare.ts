import type { createShareSchema, Share } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { insertShare } from './insertShare.ts'
import { presentShare } from './presentShare.ts'

/** A link that lets people in. Its address is in this answer and nowhere else. */
export async function createShare(ctx: Ctx, input: z.infer<typeof createShareSchema>): Promise<{ share: Share; url: string }> {
  const actor = signedIn(ctx.actor)
  const { conversationId, role, expiresInDays: days, maxUses = null } = input
  const { share, url } = await withTransaction(ctx, async (tx) => {
    // Locked: handed over at this moment, the conversation would have a link that is not its owner's.
    authorize(actor, 'conversation:share', await findConversation(tx, conversationId, { lock: true }))
    return insertShare(tx, { conversationId, role, days, maxUses, email: null, emailCanonical: null })
  })
  return { share: presentShare(share, { createdBy: actor.name, seesAddress: true }), url }
}
