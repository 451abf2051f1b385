import { AppError } from '@prologue/contracts'
import { renewSessions } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { composeMail } from '../mail/index.ts'
import { User } from '../models/index.ts'
import { authorize, recentlyConfirmed } from '../policies/index.ts'
import { removeTwoFactor } from '../twoFactor/index.ts'

/**
 * Turns the second factor of somebody off who lost their app and their recovery codes, and ends all their sessions; they are
 * mailed. Where it is the caller's own account, `token` is that of the session that takes the place of theirs, else null. Where
 * it is off already, nothing changes.
 * @throws AppError FORBIDDEN, CONFIRM_IDENTITY, NOT_FOUND
 */
export async function disableTwoFactorFor(ctx: Ctx, { id }: { id: string }): Promise<{ token: string | null }> {
  authorize(ctx.actor, 'user:disable-two-factor')
  recentlyConfirmed(ctx.actor, ctx.now())
  return withTransaction(ctx, async (tx) => {
    const user = await User.with(tx).findById(id).forUpdate()
    if (!user) throw new AppError('NOT_FOUND')
    if (!(await removeTwoFactor(tx, id))) return { token: null }
    tx.afterCommit(() => tx.services.mail.post(async () => disabledMail(tx, user)))
    return { token: await renewSessions(tx, id) }
  })
}

function disabledMail({ services }: Ctx, to: User) {
  return composeMail({
    to,
    subject: 'Two factors were turned off',
    before: [
      'Hello,',
      'an administrator turned two factors off for your account on Prologue. Your password alone signs you in now, and everywhere you were signed in, you are signed out.',
    ],
    link: { label: 'Turn them on again', url: `${services.publicUrl}/account` },
    after: ['Did you not ask for it? Then choose a new password, and tell an administrator of this Prologue at once.'],
  })
}
