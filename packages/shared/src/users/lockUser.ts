import { AppError, type lockUserSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { composeMail } from '../mail/index.ts'
import { User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { endSessions } from '../sessions/index.ts'
import { lockAdmins } from './lockAdmins.ts'

/**
 * Keeps somebody out until an administrator unlocks the account: all their sessions end, and they are mailed why. What they wrote
 * stays where it is. One that is locked already gets the new reason.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND; CONFLICT for one's own account and for the only administrator
 */
export async function lockUser(ctx: Ctx, { id, reason }: z.infer<typeof lockUserSchema>): Promise<void> {
  authorize(ctx.actor, 'user:lock')
  const actor = recentlyConfirmed(ctx.actor, ctx.now())
  if (id === actor.userId) throw new AppError('CONFLICT', 'This is your own account. Another administrator can lock it.')
  await withTransaction(ctx, async (tx) => {
    await lockAdmins(tx, id)
    const user = await User.with(tx).findById(id).forUpdate()
    // A guest is shown out of the conversation they came to.
    if (!user || user.role === 'guest') throw new AppError('NOT_FOUND')
    await User.with(tx)
      .findById(id)
      .patch({ lockedAt: user.lockedAt ?? tx.now(), lockReason: reason })
    await endSessions(tx, id)
    tx.afterCommit(() => tx.services.access.accountChanged(id))
    if (user.lockedAt === null) tx.afterCommit(() => tx.services.mail.post(async () => lockedMail(tx, user, reason)))
  })
}

function lockedMail({ services }: Ctx, to: User, reason: string) {
  return composeMail({
    to,
    subject: 'Your account is locked',
    before: [
      'Hello,',
      'an administrator locked your account on Prologue, and you are signed out everywhere. They wrote:',
      reason,
    ],
    link: { label: 'Prologue', url: services.publicUrl },
    after: ['Nothing of what you wrote is lost. If you think it is a mistake, ask an administrator of this Prologue.'],
  })
}
