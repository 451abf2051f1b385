import type { Ctx } from '../context.ts'
import type { Mail } from '../mail/index.ts'
import type { User } from '../models/index.ts'
import { takenMail } from './mails.ts'

/** Tells the owner of an address that somebody tried to take it, or nothing where they have heard so several times lately. */
export async function writeTakenMail(ctx: Ctx, taken: User): Promise<Mail | null> {
  const { allowed } = await ctx.services.rates.take('taken-mail', taken.id)
  return allowed ? takenMail(ctx, taken, taken.deletedAt !== null) : null
}
