import type { Ctx } from '../context.ts'
import { voidEmailChange } from './voidEmailChange.ts'

/**
 * Ends every session of an account, and a change of address that one of them asked for; what they have open is closed once that
 * is committed. Whoever calls holds the account's row locked, as signing in does: no session comes about meanwhile that nobody
 * hears of.
 */
export async function endSessions(tx: Ctx, userId: string): Promise<void> {
  const ids = await tx.db('sessions').where({ userId }).pluck<string[]>('id')
  await tx.db('sessions').where({ userId }).delete()
  await voidEmailChange(tx, userId)
  tx.afterCommit(() => {
    for (const id of ids) tx.services.access.sessionEnded(id)
  })
}
