import type { createShareSchema, Share } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { ConversationShare } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { hashToken, makeToken } from '../tokens.ts'
import { findConversation } from './findConversation.ts'
import { presentShare } from './presentShare.ts'

const day = 86_400_000

/** A link that lets people in. Its address is in this answer and nowhere else. */
export async function createShare(ctx: Ctx, input: z.infer<typeof createShareSchema>): Promise<{ share: Share; url: string }> {
  const actor = signedIn(ctx.actor)
  const token = makeToken()
  const share = await withTransaction(ctx, async (tx) => {
    authorize(actor, 'conversation:share', await findConversation(tx, input.conversationId))
    return ConversationShare.with(tx).insert({
      conversationId: input.conversationId,
      createdBy: actor.userId,
      tokenHash: hashToken(token),
      role: input.role,
      expiresAt: input.expiresInDays === null ? null : new Date(tx.now().getTime() + input.expiresInDays * day),
      revokedAt: null,
      maxUses: input.maxUses ?? null,
      uses: 0,
      email: null,
      emailCanonical: null,
    })
  })
  return {
    share: presentShare(share, { createdBy: actor.name, seesAddress: true }),
    url: `${ctx.services.publicUrl}/s/${token}`,
  }
}
