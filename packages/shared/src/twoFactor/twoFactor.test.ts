import { randomBytes, randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { confirmIdentity, confirmSecondFactor, signUp } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { makeSecrets } from '../secrets.ts'
import { appCode, ctxOf, entered, onEachDatabase, somebodySecured } from '../testing/index.ts'
import { beginTwoFactor, disableTwoFactor, enableTwoFactor, renewRecoveryCodes, spendCode, twoFactorOf } from './index.ts'

const password = 'a long enough password'

const normal = (code: string) => code.replaceAll('-', '')

onEachDatabase('two factors', (world) => {
  it('are on once the first code of the app was right, and come with ten recovery codes', async () => {
    const { account } = entered(await signUp(ctxOf(world()), { name: 'Ada', email: `${randomUUID()}@example.com`, password }))
    const ctx = ctxOf(world(), account)
    await expect(enableTwoFactor(ctx, { code: '123456' })).rejects.toMatchObject({ code: 'CONFLICT' })
    const first = await beginTwoFactor(ctx)
    const { secret, uri } = await beginTwoFactor(ctx)
    expect(secret).not.toBe(first.secret)
    const address = new URL(uri)
    expect(address.protocol).toBe('otpauth:')
    expect(decodeURIComponent(address.pathname)).toContain(account.email)
    expect(address.searchParams.get('secret')).toBe(secret)
    expect(await twoFactorOf(ctx, account.id)).toEqual({ enabled: false, recoveryCodesLeft: 0 })
    await expect(enableTwoFactor(ctx, { code: await appCode(first.secret, new Date()) })).rejects.toMatchObject({
      code: 'VALIDATION',
    })
    const { recoveryCodes } = await enableTwoFactor(ctx, { code: await appCode(secret, new Date()) })
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/)
    expect(await twoFactorOf(ctx, account.id)).toEqual({ enabled: true, recoveryCodesLeft: 10 })
    await expect(beginTwoFactor(ctx)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('are begun anew where no code came for an hour', async () => {
    const { account } = entered(await signUp(ctxOf(world()), { name: 'Ada', email: `${randomUUID()}@example.com`, password }))
    const ctx = ctxOf(world(), account)
    const { secret } = await beginTwoFactor(ctx)
    const finish = async (minutes: number) => {
      const at = new Date(Date.now() + minutes * 60_000)
      const { actor } = ctxOf(world(), account)
      if (actor.kind !== 'user') throw new Error('Somebody is signed in')
      const recent: Ctx = { ...ctx, actor: { ...actor, confirmedAt: at }, now: () => at }
      return enableTwoFactor(recent, { code: await appCode(secret, at) })
    }
    await expect(finish(60)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('Begin it again') })
    expect((await finish(59)).recoveryCodes).toHaveLength(10)
  })

  it('are both asked for when signing in, and none alone opens a session', async () => {
    const { input, account, secret, anonymous, challenge, later } = await somebodySecured(world())
    const before = await world().database.knex('sessions').where({ userId: account.id }).pluck('id')
    const token = await challenge()
    expect(await world().database.knex('sessions').where({ userId: account.id }).pluck('id')).toEqual(before)
    const wrong = confirmSecondFactor(anonymous, { challenge: token, code: '000000' })
    await expect(wrong).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const made = await confirmSecondFactor(anonymous, { challenge: token, code: await appCode(secret, later) })
    expect(made.account).toMatchObject({ id: account.id, email: input.email })
    // The challenge is spent.
    const again = confirmSecondFactor(anonymous, { challenge: token, code: await appCode(secret, later, 1) })
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('end every session when they are turned on and off, but the one that does it gets a new one', async () => {
    const { account, ctx } = await somebodySecured(world())
    const { knex } = world().database
    const before = await knex('sessions').where({ userId: account.id }).pluck('id')
    // The two that were there, of signing up and of the set-up, have made way for one.
    expect(before).toHaveLength(1)
    const { token } = await disableTwoFactor(ctx)
    expect(token).not.toBeNull()
    const after = await knex('sessions').where({ userId: account.id }).pluck('id')
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
    expect(await twoFactorOf(ctx, account.id)).toEqual({ enabled: false, recoveryCodesLeft: 0 })
    expect(await disableTwoFactor(ctx)).toEqual({ token: null })
  })

  it('take the code of the step before and of the one after, and none further off', async () => {
    const taken: boolean[] = []
    for (const steps of [-2, -1, 1, 2]) {
      const { secret, account, anonymous, later } = await somebodySecured(world())
      const code = await appCode(secret, later, steps)
      taken.push((await withTransaction(anonymous, (tx) => spendCode(tx, account.id, code))) === 'app')
    }
    expect(taken).toEqual([false, true, true, false])
  })

  it('take no code twice, nor one that is older than the last', async () => {
    const { secret, at, ctx, anonymous, challenge, later } = await somebodySecured(world())
    // The one it was turned on with.
    const first = confirmIdentity(ctx, { password, code: await appCode(secret, at) })
    await expect(first).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const code = await appCode(secret, later)
    await confirmSecondFactor(anonymous, { challenge: await challenge(), code })
    for (const spent of [code, await appCode(secret, later, -1)]) {
      const again = confirmSecondFactor(anonymous, { challenge: await challenge(), code: spent })
      await expect(again).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  it('of 20 uses of one code of the app at once one succeeds', async () => {
    const { account, secret, anonymous, later } = await somebodySecured(world())
    const code = await appCode(secret, later)
    const uses = Array.from({ length: 20 }, () => withTransaction(anonymous, (tx) => spendCode(tx, account.id, code)))
    const spent = (await Promise.all(uses)).filter((factor) => factor !== null)
    expect(spent).toEqual(['app'])
  })

  it('of 20 uses of one recovery code at once one succeeds, and it is gone then', async () => {
    const { account, recoveryCodes, anonymous } = await somebodySecured(world())
    const [code = ''] = recoveryCodes.map(normal)
    const use = () => withTransaction(anonymous, (tx) => spendCode(tx, account.id, code))
    const spent = (await Promise.all(Array.from({ length: 20 }, use))).filter((factor) => factor !== null)
    expect(spent).toEqual(['recovery-code'])
    expect(await twoFactorOf(anonymous, account.id)).toEqual({ enabled: true, recoveryCodesLeft: 9 })
    expect(await use()).toBeNull()
  })

  it('open one session where 20 bring the same challenge and code at once', async () => {
    const { account, recoveryCodes, secret, anonymous, challenge, later } = await somebodySecured(world())
    const token = await challenge()
    const codes = [await appCode(secret, later), ...recoveryCodes.map(normal)]
    const uses = Array.from({ length: 20 }, (_, index) =>
      confirmSecondFactor(anonymous, { challenge: token, code: codes[index % codes.length] ?? '' }),
    )
    const results = await Promise.allSettled(uses)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const signIns = await world().database.knex('audit_logs').where({ actorId: account.id, action: 'sign-in' }).select('metadata')
    // The first is that of signing up.
    expect(signIns).toHaveLength(2)
    expect(JSON.stringify(signIns[1])).toMatch(/app|recovery-code/)
    // What a use that failed would have spent is there still.
    const { recoveryCodesLeft } = await twoFactorOf(anonymous, account.id)
    expect(recoveryCodesLeft).toBeGreaterThanOrEqual(9)
  })

  it('of somebody else open nothing', async () => {
    const [one, other] = [await somebodySecured(world()), await somebodySecured(world())]
    const codes = [await appCode(other.secret, one.later), normal(other.recoveryCodes[0] ?? '')]
    for (const code of codes) {
      const answer = confirmSecondFactor(one.anonymous, { challenge: await one.challenge(), code })
      await expect(answer).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  it('give new recovery codes, which make the ones before worth nothing', async () => {
    const { recoveryCodes, anonymous, challenge, ctx } = await somebodySecured(world())
    const { recoveryCodes: renewed } = await renewRecoveryCodes(ctx)
    const old = confirmSecondFactor(anonymous, { challenge: await challenge(), code: normal(recoveryCodes[0] ?? '') })
    await expect(old).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await confirmSecondFactor(anonymous, { challenge: await challenge(), code: normal(renewed[0] ?? '') })
    const { account } = entered(await signUp(ctxOf(world()), { name: 'Ada', email: `${randomUUID()}@example.com`, password }))
    await expect(renewRecoveryCodes(ctxOf(world(), account))).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('keep the secret encrypted for its account, and the recovery codes hashed', async () => {
    const { account, secret, recoveryCodes } = await somebodySecured(world())
    const { knex } = world().database
    const { secretEncrypted } = await knex('user_totp').where({ userId: account.id }).first('secretEncrypted')
    expect(Buffer.from(secretEncrypted).toString('latin1')).not.toContain(secret)
    expect(world().services.secrets.decrypt(secretEncrypted, `user_totp:${account.id}`)).toBe(secret)
    expect(() => world().services.secrets.decrypt(secretEncrypted, `user_totp:${randomUUID()}`)).toThrow('')
    const stored = JSON.stringify(await knex('user_recovery_codes').where({ userId: account.id }))
    for (const code of recoveryCodes) for (const form of [code, normal(code)]) expect(stored).not.toContain(form)
  })

  it('whose key is lost say so, and still take a recovery code', async () => {
    const { secret, recoveryCodes, anonymous, challenge, later } = await somebodySecured(world())
    const ctx: Ctx = { ...anonymous, services: { ...anonymous.services, secrets: makeSecrets(randomBytes(32)) } }
    const token = await challenge()
    const answer = confirmSecondFactor(ctx, { challenge: token, code: await appCode(secret, later) })
    await expect(answer).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('recovery code') })
    await confirmSecondFactor(ctx, { challenge: token, code: normal(recoveryCodes[0] ?? '') })
  })

  it('leave no secret and no code in the audit, and tell there who turned them on and off', async () => {
    const { account, secret, recoveryCodes, anonymous, challenge, later, ctx } = await somebodySecured(world())
    const token = await challenge()
    const code = await appCode(secret, later)
    await confirmSecondFactor(anonymous, { challenge: token, code })
    const guess = confirmSecondFactor(anonymous, { challenge: await challenge(), code: '765432' })
    await expect(guess).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const { recoveryCodes: renewed } = await renewRecoveryCodes(ctx)
    await disableTwoFactor(ctx)
    const rows = await world().database.knex('audit_logs').orderBy('sequence')
    const written = JSON.stringify(rows)
    const secrets = [
      secret,
      token,
      `"${code}"`,
      '765432',
      ...[...recoveryCodes, ...renewed].flatMap((each) => [each, normal(each)]),
    ]
    for (const each of secrets) expect(written).not.toContain(each)
    const ofApp = rows.filter(({ entityType, actorId }) => entityType === 'user_totp' && actorId === account.id)
    expect(ofApp.map(({ action }) => action)).toEqual(['create', 'update', 'delete'])
  })
})
