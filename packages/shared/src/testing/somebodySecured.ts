import { randomUUID } from 'node:crypto'
import { signIn, signUp } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { beginTwoFactor, enableTwoFactor } from '../twoFactor/index.ts'
import { appCode } from './appCode.ts'
import { entered } from './entered.ts'
import { ctxOf } from './factories.ts'
import type { World } from './world.ts'

/** Somebody with an app, turned on at `at`. What they do next happens at `later`, when the app shows another code. */
export async function somebodySecured(world: World) {
  const input = { name: 'Grace', email: `${randomUUID()}@example.com`, password: 'a long enough password' }
  const { account } = entered(await signUp(ctxOf(world), input))
  const at = new Date()
  const later = new Date(at.getTime() + 120_000)
  const ctx: Ctx = { ...ctxOf(world, account), now: () => at }
  const { secret } = await beginTwoFactor(ctx)
  const { recoveryCodes } = await enableTwoFactor(ctx, { code: await appCode(secret, at) })
  const challenge = async (): Promise<string> => {
    const answer = await signIn({ ...ctxOf(world), now: () => later }, input)
    if (answer.status !== 'second-factor') throw new Error(`It answered ${answer.status}`)
    return answer.challenge
  }
  const anonymous: Ctx = { ...ctxOf(world), now: () => later }
  return { input, account, secret, recoveryCodes, at, later, ctx, anonymous, challenge }
}
