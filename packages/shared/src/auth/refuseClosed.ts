import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { readSettings } from '../settings/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'

/**
 * Asked before anything is hashed or looked up, so that it tells nothing of who has an account.
 * @throws AppError FORBIDDEN where administrators let nobody sign up, or not with this address
 */
export async function refuseClosed(ctx: Ctx, email: string): Promise<void> {
  const { signUp, mailDomains } = await readSettings(ctx)
  if (signUp === 'closed') {
    throw new AppError('FORBIDDEN', 'Nobody can make an account here just now. Ask an administrator of this server.')
  }
  const domain = canonicalEmail(email).split('@').at(-1) ?? ''
  if (mailDomains.length > 0 && !mailDomains.includes(domain)) {
    throw new AppError('FORBIDDEN', `Accounts here have an address at ${mailDomains.join(' or ')}. Use yours.`)
  }
}
