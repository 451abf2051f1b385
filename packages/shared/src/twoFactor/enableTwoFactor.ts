import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { User, UserTotp } from '../models/index.ts'
import { recentlyConfirmed } from '../policies/index.ts'
import { replaceSessions } from '../sessions/index.ts'
import { checkAppCode } from './checkAppCode.ts'
import { writeRecoveryCodes } from './writeRecoveryCodes.ts'

/** How long a set-up waits for its first code, in milliseconds. */
const goodFor = 3_600_000

/**
 * Turns the second factor on, once the app shows the right code. All sessions end; `token` is the one that takes the place of
 * the caller's.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY; CONFLICT where none was begun in the last hour; VALIDATION for a wrong code.
 */
export async function enableTwoFactor(ctx: Ctx, { code }: { code: string }): Promise<{ recoveryCodes: string[]; token: string }> {
  const actor = recentlyConfirmed(ctx.actor, ctx.now())
  const { userId } = actor
  return withTransaction(ctx, async (tx) => {
    // Held, as signing in holds it: nobody comes in by the password alone at the same moment.
    await User.with(tx).findById(userId).forUpdate().select('id')
    const oldest = new Date(tx.now().getTime() - goodFor)
    const totp = await UserTotp.with(tx).findOne({ userId, confirmedAt: null }).where('createdAt', '>', oldest).forUpdate()
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
