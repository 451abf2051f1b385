import type { Ctx } from '../context.ts'

/** Ends every session of an account and judges anew, once committed, all that is open. */
export async function endSessions(tx: Ctx, userId: string): Promise<void> {
  const ids = await tx.db('sessions').where({ userId }).pluck<string[]>('id')
  await tx.db('sessions').where({ userId }).delete()
  const { access } = tx.services
  tx.afterCommit(() => {
    for (const id of ids) access.sessionEnded(id)
    access.accountChanged(userId)
  })
}
