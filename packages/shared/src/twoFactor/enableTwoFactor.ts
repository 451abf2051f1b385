import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User, UserTotp } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { replaceSessions } from '../sessions/index.ts'
import { checkAppCode } from './checkAppCode.ts'
import { writeRecoveryCodes } from './writeRecoveryCodes.ts'

/**
 * Turns the second factor on, once the app shows the right code. All sessions end; `token` is the one that takes the place of
 * the caller's.
 * @throws AppError UNAUTHENTICATED; CONFLICT where none was begun; VALIDATION for a wrong code.
 */
export async function enableTwoFactor(ctx: Ctx, { code }: { code: string }): Promise<{ recoveryCodes: string[]; token: string }> {
  const actor = signedIn(ctx.actor)
  const { userId } = actor
  return withTransaction(ctx, async (tx) => {
    // Held, as signing in holds it: nobody comes in by the password alone at the same moment.
    await User.with(tx).findById(userId).forUpdate().select('id')
    const totp = await UserTotp.with(tx).findOne({ userId, confirmedAt: null }).forUpdate()
    if (!totp) throw new AppError('CONFLICT', 'There is no set-up to finish. Begin it again.')
    const lastStep = await checkAppCode(tx, totp, code)
    if (lastStep === null) {
      throw new AppError('VALIDATION', 'This is not the code the app shows now. Wait for the next one, and check the clock.')
    }
    await UserTotp.with(tx).findById(totp.id).patch({ confirmedAt: tx.now(), lastStep })
    const recoveryCodes = await writeRecoveryCodes(tx, userId)
    return { recoveryCodes, token: await replaceSessions(tx, actor) }
  })
}
