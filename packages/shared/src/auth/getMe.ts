import type { Me } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { readSettings } from '../settings/index.ts'
import { presentAccount } from './presentAccount.ts'

/** Who the caller is, and what this server is to somebody who is nobody yet. */
export async function getMe(ctx: Ctx): Promise<Me> {
  const { actor, services } = ctx
  const user = actor.kind === 'user' ? await User.with(ctx).findById(actor.userId) : undefined
  // What stands in the place of a guest's address is nobody's.
  const account = user ? { ...presentAccount(user), ...(user.role === 'guest' && { email: null }) } : null
  const { signUp, announcement } = await readSettings(ctx)
  return { account, canSetUp: services.setup.token !== null, mail: services.mail.sends, signUp, announcement }
}
