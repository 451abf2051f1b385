import { expect, it } from 'vitest'
import { changePassword, confirmIdentity, confirmSecondFactor, signIn } from '../auth/index.ts'
import type { Ctx } from '../context.ts'
import { appCode, ctxOf, onEachDatabase, somebodySecured, type World } from '../testing/index.ts'

const minute = 60_000

/** Whoever is asked for a code gave the password: the mail does not say that nobody has it. */
async function expectWarned({ mailbox }: World, email: string) {
  const mails = await mailbox.to(email)
  expect(mails.map(({ subject }) => subject)).toEqual(['Confirm your address', 'Somebody tries to sign in to your account'])
  expect(mails.at(-1)?.text).toContain('Then somebody knows your password: choose a new one now.')
}

onEachDatabase('tries at two factors', (world) => {
  it('limit the tries at codes and count them against the account as those of a password', async () => {
    const { account, secret, anonymous, challenge, later, ctx, input } = await somebodySecured(world())
    const token = await challenge()
    const wrong = { code: 'UNAUTHENTICATED' }
    const guesses = Array.from({ length: 20 }, (_, index) =>
      confirmSecondFactor(anonymous, { challenge: token, code: String(index).padStart(6, '0') }),
    )
    const results = await Promise.allSettled(guesses)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(0)
    const { failedSignIns, lockedUntil } = await world().database.knex('users').where({ id: account.id }).first()
    // Of twenty at once five were looked at.
    expect(failedSignIns).toBe(5)
    expect(new Date(lockedUntil).getTime()).toBeGreaterThan(later.getTime())
    // Locked: the right code is refused in the same words, and so are the password and confirming who one is.
    const refused = await confirmSecondFactor(anonymous, { challenge: token, code: await appCode(secret, later) }).catch(
      (error: unknown) => error,
    )
    expect(refused).toMatchObject(wrong)
    const rejected = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(rejected[0]).toEqual(refused)
    await expect(signIn(anonymous, input)).rejects.toMatchObject(wrong)
    const confirming = confirmIdentity(
      { ...ctx, now: () => later },
      { password: input.password, code: await appCode(secret, later) },
    )
    await expect(confirming).rejects.toMatchObject({ code: 'FORBIDDEN' })
    // Their owner hears of it.
    await expectWarned(world(), account.email)
    // Never for good.
    const open = new Date(later.getTime() + minute)
    await confirmSecondFactor({ ...anonymous, now: () => open }, { challenge: token, code: await appCode(secret, open) })
    expect(await world().database.knex('users').where({ id: account.id }).first()).toMatchObject({
      failedSignIns: 0,
      lockedUntil: null,
    })
  })

  it('are not guessed by giving the right password between the tries, and their owner hears of it', async () => {
    const { account, anonymous, challenge } = await somebodySecured(world())
    for (let round = 0; round < 5; round++) {
      const guess = confirmSecondFactor(anonymous, { challenge: await challenge(), code: '000000' })
      await expect(guess).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    await expect(challenge()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expectWarned(world(), account.email)
  })

  it('let their owner in after tries of strangers, at the first password and code once the lock has ended', async () => {
    const { account, input, secret, ctx, later } = await somebodySecured(world())
    const untilOpen = async (now: number) => {
      const { lockedUntil } = await world().database.knex('users').where({ id: account.id }).first()
      return Math.max(now, new Date(lockedUntil ?? 0).getTime())
    }
    let now = later.getTime()
    const at = (): Ctx => ({ ...ctxOf(world()), now: () => new Date(now) })
    const guess = () => signIn(at(), { email: input.email, password: 'not the password' })
    for (let guesses = 0; guesses < 9; guesses++) {
      await expect(guess()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
      now = await untilOpen(now)
    }
    const answer = await signIn(at(), input)
    if (answer.status !== 'second-factor') throw new Error(`It answered ${answer.status}`)
    await confirmSecondFactor(at(), { challenge: answer.challenge, code: await appCode(secret, new Date(now)) })

    // One try before the account is locked, and then where it was locked once already.
    for (const guesses of [4, 1]) {
      for (let made = 0; made < guesses; made++) await expect(guess()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
      now = (await untilOpen(now)) + 2 * minute
      await confirmIdentity(
        { ...ctx, now: () => new Date(now) },
        { password: input.password, code: await appCode(secret, new Date(now)) },
      )
    }
  })

  it('are asked for before the password changes, and tries at codes stay counted then', async () => {
    const { account, input, secret, ctx, anonymous, challenge, later } = await somebodySecured(world())
    const change = { currentPassword: input.password, password: 'another long password' }
    const stale: Ctx = { ...ctx, now: () => new Date(later.getTime() + 14 * minute) }
    await expect(changePassword(stale, change)).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    const guess = confirmSecondFactor(anonymous, { challenge: await challenge(), code: '000000' })
    await expect(guess).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await changePassword(ctx, change)
    const count = async () => (await world().database.knex('users').where({ id: account.id }).first()).failedSignIns
    expect(await count()).toBe(1)
    const answer = await signIn(anonymous, { ...input, password: change.password })
    if (answer.status !== 'second-factor') throw new Error(`It answered ${answer.status}`)
    await confirmSecondFactor(anonymous, { challenge: answer.challenge, code: await appCode(secret, later) })
    expect(await count()).toBe(0)
  })

  it('do not forget wrong tries for a right password alone', async () => {
    const { account, input, anonymous, challenge } = await somebodySecured(world())
    const guess = signIn(anonymous, { email: input.email, password: 'not the password' })
    await expect(guess).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await challenge()
    await challenge()
    expect(await world().database.knex('users').where({ id: account.id }).first()).toMatchObject({ failedSignIns: 1 })
  })
})
