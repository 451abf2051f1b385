import type { TwoFactor } from '@prologue/contracts'
import type { Ctx } from '../context.ts'

/** Whether signing in asks for a code as well. */
export async function hasTwoFactor({ db }: Pick<Ctx, 'db'>, userId: string): Promise<boolean> {
  const row = await db('user_totp').where({ userId }).whereNotNull('confirmedAt').first<{ id: string } | undefined>('id')
  return row !== undefined
}

/** What an account has beside its password. */
export async function twoFactorOf(ctx: Pick<Ctx, 'db'>, userId: string): Promise<TwoFactor> {
  const left = await ctx.db('user_recovery_codes').where({ userId }).whereNull('usedAt').pluck<string[]>('id')
  return { enabled: await hasTwoFactor(ctx, userId), recoveryCodesLeft: left.length }
}
