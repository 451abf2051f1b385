import { AppError } from '@prologue/contracts'
import { verify } from 'otplib'
import type { Ctx } from '../context.ts'
import type { UserTotp } from '../models/index.ts'

const unreadable = 'This server cannot read the secret of your app any more. Use a recovery code, and tell its administrator.'

/** Clocks differ: the code before and the one after count too. In seconds, as long as a code is shown. */
const tolerance = 30

/**
 * The time step a code of the app belongs to, null for a wrong one.
 * @throws AppError FORBIDDEN where the secret was encrypted with a key this server does not have.
 */
export async function checkAppCode(
  { services, logger, now }: Pick<Ctx, 'services' | 'logger' | 'now'>,
  { userId, secretEncrypted }: UserTotp,
  code: string,
): Promise<number | null> {
  let secret: string
  try {
    secret = services.secrets.decrypt(secretEncrypted, belongsTo(userId))
  } catch (error) {
    logger.error({ err: error, userId }, 'The secret of a second factor cannot be read')
    throw new AppError('FORBIDDEN', unreadable)
  }
  const epoch = Math.floor(now().getTime() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: tolerance })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

/** What the secret is encrypted for: copied to another account it is worth nothing. */
export function belongsTo(userId: string): string {
  return `user_totp:${userId}`
}
