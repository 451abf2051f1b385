import { timingSafeEqual } from 'node:crypto'
import { AppError, type UserRole } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import { User } from '../models/index.ts'
import { hashToken } from '../tokens.ts'

/** The one-time link that makes an account the administrator; `token` null when there is none (any more). */
export type Setup = { token: string | null }

const usedUp = 'This setup link is used up or not complete. Sign up without it, or start the server again for a new one.'

/** Whether nobody administers this server yet. */
export async function needsSetup(db: Knex): Promise<boolean> {
  const admin = await User.query(db).findOne({ role: 'admin' }).select('id')
  return admin === undefined
}

/**
 * Runs `work` with the role a new account gets. The setup token is taken before and given back when `work` fails,
 * so that of two people with the same link one succeeds.
 * @throws AppError FORBIDDEN when the token is not, or no longer, the one this server printed.
 */
export async function withInitialRole<T>(ctx: Ctx, token: string | undefined, work: (role: UserRole) => Promise<T>): Promise<T> {
  if (token === undefined) return work('user')
  const { setup } = ctx.services
  if (setup.token === null || !equal(setup.token, token)) throw new AppError('FORBIDDEN', usedUp)
  // Taken before anything is awaited: of two people with the same link one has it.
  const taken = setup.token
  setup.token = null
  try {
    if (!(await needsSetup(ctx.db))) throw new AppError('FORBIDDEN', usedUp)
    return await work('admin')
  } catch (error) {
    setup.token = taken
    throw error
  }
}

/**
 * Asked once the administrator is written: of two who became it at once, each with the link of another process, one stays. Each
 * waits here for the other, and who has to give way begins again and finds an administrator.
 * @throws AppError FORBIDDEN where there is another one.
 */
export async function expectOnlyAdmin(tx: Ctx): Promise<void> {
  const admins = await User.with(tx).where({ role: 'admin' }).forUpdate().select('id')
  if (admins.length > 1) throw new AppError('FORBIDDEN', usedUp)
}

function equal(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)))
}
