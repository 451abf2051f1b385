import type { Ctx } from '../context.ts'
import { ConversationShare } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { hashToken, makeToken } from '../tokens.ts'

type Made = Pick<ConversationShare, 'conversationId' | 'role' | 'maxUses' | 'email' | 'emailCanonical'> & {
  /** How long it is good; null: until it is withdrawn. */
  days: number | null
}

const day = 86_400_000

/** Makes a link of the actor's. Its address is in this answer and nowhere else. */
export async function insertShare(tx: Ctx, { days, ...made }: Made): Promise<{ share: ConversationShare; url: string }> {
  const token = makeToken()
  const share = await ConversationShare.with(tx).insert({
    ...made,
    createdBy: signedIn(tx.actor).userId,
    tokenHash: hashToken(token),
    expiresAt: days === null ? null : new Date(tx.now().getTime() + days * day),
    revokedAt: null,
    uses: 0,
  })
  return { share, url: `${tx.services.publicUrl}/s/${token}` }
}
