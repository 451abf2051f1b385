import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { readSettings } from '../settings/index.ts'
import { canonicalEmail } from './canonicalEmail.ts'

export const nobodySignsUp = () =>
  new AppError(
    'FORBIDDEN',
    'Nobody can make an account here just now, with an invitation or without. Ask an administrator of this server.',
  )

/**
 * Asked before anything is hashed or looked up, so that it tells nothing of who has an account. Who is invited needs no address at
 * one of the domains: an administrator chose it.
 * @throws AppError FORBIDDEN where administrators let nobody sign up, or not with this address
 */
export async function refuseClosed(ctx: Ctx, { email, invited }: { email: string; invited: boolean }): Promise<void> {
  const { signUp, mailDomains } = await readSettings(ctx)
  if (signUp === 'closed') throw nobodySignsUp()
  if (invited) return
  if (signUp === 'invitation') {
    throw new AppError(
      'FORBIDDEN',
      'An account here begins with an invitation. Open the link in its mail, or ask an administrator.',
    )
  }
  const domain = canonicalEmail(email).split('@').at(-1) ?? ''
  if (mailDomains.length > 0 && !mailDomains.includes(domain)) {
    throw new AppError('FORBIDDEN', `Accounts here have an address at ${mailDomains.join(' or ')}. Use yours.`)
  }
}
