import type { Ctx } from '../context.ts'

/** A change of address that was asked for does not outlive the session that asked: nobody knows which of them it was. */
export async function voidEmailChange(tx: Ctx, userId: string): Promise<void> {
  await tx.db('user_tokens').where({ userId, purpose: 'change-email' }).delete()
}
