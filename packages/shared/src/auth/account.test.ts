import { randomUUID } from 'node:crypto'
import { personNameSchema, preferencesSchema, type Preferences } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { sessionsOn } from '../sessions/index.ts'
import { ctxOf, entered, onEachDatabase, signedUp } from '../testing/index.ts'
import {
  changePassword,
  confirmEmailChange,
  getOwnAccount,
  renameAccount,
  requestEmailChange,
  requestPasswordReset,
  resetPassword,
  sendVerification,
  setPreferences,
  signIn,
  signUp,
  verifyEmail,
} from './index.ts'

const address = () => `${randomUUID()}@example.com`

onEachDatabase('one’s own account', (world) => {
  const nobody = () => ctxOf(world())
  const sessionOf = async (token: string) => (await sessionsOn(world().database.knex).validateSession(token)).session

  it('says what it is, and takes another name and preferences', async () => {
    const { ctx, email } = await signedUp(world(), 'Grace')
    const twoFactor = { enabled: false, recoveryCodesLeft: 0 }
    expect(await getOwnAccount(ctx)).toMatchObject({
      name: 'Grace',
      email,
      role: 'user',
      emailVerified: false,
      twoFactor,
      preferences: {},
    })
    await renameAccount(ctx, { name: 'Grace H.' })
    const preferences: Preferences = {
      theme: 'dark',
      language: 'pt-BR',
      notifications: { mail: false },
      checker: { off: ['vague-term'] },
    }
    await setPreferences(ctx, { preferences })
    expect(await getOwnAccount(ctx)).toMatchObject({ name: 'Grace H.', preferences })
    for (const wrong of [
      { theme: 'pink' },
      { colour: 'red' },
      { notifications: { mail: 'yes' } },
      { language: 'x'.repeat(36) },
      { language: 'en\u0000' },
      { language: 'Write in rhymes' },
      [],
    ]) {
      expect(preferencesSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
    }
    for (const language of ['en', 'pt-BR', 'zh-Hant-TW']) expect(preferencesSchema.safeParse({ language }).success).toBe(true)
    const hidden = [
      '\u200B',
      '\u2060',
      '\u200F',
      '\u202E',
      '\uFEFF',
      '\u00AD',
      '\u034F',
      '\u3164',
      '\u2800',
      '\uFE0F',
      '\u200D\u200D',
    ]
    const amid = ['\n', '\u0000', '\u2028', ...hidden].map((mark) => `Grace${mark}Hopper`)
    const unseen = ['', ' ', '…', '-', '\u0301', '\u200CGrace', 'Grace\u200D', 'Grace \u200DHopper']
    for (const name of [...amid, ...unseen, ...hidden]) {
      expect(personNameSchema.safeParse(name).success, JSON.stringify(name)).toBe(false)
    }
    const persian = 'نی\u200Cلوفر'
    for (const name of [
      'Zoë O’Brien-Łukasz',
      '志村',
      '葛\u{E0100}城',
      persian,
      'শর\u200D্য',
      '👩\u200D🚀 Ada',
      '❤\uFE0F\u200D🔥',
      'X Æ A-12',
      '7',
    ]) {
      expect(personNameSchema.parse(` ${name} `)).toBe(name)
    }
    for (const act of [() => getOwnAccount(nobody()), () => renameAccount(nobody(), { name: 'Eve' })]) {
      await expect(act()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  it('all sessions end on a change of password; the browser that made it gets a new one', async () => {
    const person = await signedUp(world())
    const elsewhere = entered(await signIn(nobody(), person))
    const password = 'another long password'
    const { token } = await changePassword(person.ctx, { currentPassword: person.password, password })
    for (const old of [person.token, elsewhere.token]) expect(await sessionOf(old)).toBeNull()
    expect((await sessionOf(token))?.userId).toBe(person.id)
    await expect(signIn(nobody(), person)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(entered(await signIn(nobody(), { email: person.email, password })).account.id).toBe(person.id)
    const mail = (await world().mailbox.to(person.email)).at(-1)
    expect(mail).toMatchObject({ subject: 'Your password was changed', link: `${world().services.publicUrl}/forgot` })
  })

  it('all sessions end on a change of address, which counts once it is confirmed; the old one is told', async () => {
    const person = await signedUp(world())
    const next = address()
    await requestEmailChange(person.ctx, { email: next })
    expect((await getOwnAccount(person.ctx)).email).toBe(person.email)
    const token = await world().mailbox.tokenTo(next)
    requestPasswordReset(nobody(), person)
    const reset = await world().mailbox.tokenTo(person.email)

    const changed = await confirmEmailChange(person.ctx, { token })
    expect(changed.email).toBe(next)
    expect(await sessionOf(person.token)).toBeNull()
    expect((await sessionOf(changed.token ?? ''))?.userId).toBe(person.id)
    expect(await getOwnAccount(person.ctx)).toMatchObject({ email: next, emailVerified: true })
    expect((await world().mailbox.to(person.email)).at(-1)?.subject).toBe('Your address was changed')
    await expect(signIn(nobody(), person)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(entered(await signIn(nobody(), { ...person, email: next })).account.id).toBe(person.id)
    // A link that went to the old address is worth nothing.
    await expect(resetPassword(nobody(), { token: reset, password: 'another long password' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('tells the address of now that another one is asked for', async () => {
    const person = await signedUp(world())
    await requestEmailChange(person.ctx, { email: address() })
    expect((await world().mailbox.to(person.email)).at(-1)).toMatchObject({
      subject: 'Somebody asks to change your address',
      link: `${world().services.publicUrl}/forgot`,
    })
  })

  it('asks for recent proof before the address changes', async () => {
    const { ctx } = await signedUp(world())
    const stale = { ...ctx, now: () => new Date(Date.now() + 16 * 60_000) }
    await expect(requestEmailChange(stale, { email: address() })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
  })

  it('takes no address of somebody else, and tells only its owner that it was tried', async () => {
    const [person, other] = [await signedUp(world()), await signedUp(world())]
    expect(await requestEmailChange(person.ctx, { email: other.email.toUpperCase() })).toBeUndefined()
    expect((await world().mailbox.to(other.email)).at(-1)?.subject).toBe('You have an account already')

    // Taken between asking and confirming: the link is not used up by it.
    const next = address()
    await requestEmailChange(person.ctx, { email: next })
    const token = await world().mailbox.tokenTo(next)
    await signUp(nobody(), { name: 'Eve', email: next, password: 'a long enough password' })
    await expect(confirmEmailChange(person.ctx, { token })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await getOwnAccount(person.ctx)).email).toBe(person.email)
  })

  it('is confirmed once', async () => {
    const { ctx, email, password } = await signedUp(world())
    await sendVerification(ctx)
    await verifyEmail(ctx, { token: await world().mailbox.tokenTo(email), password })
    expect(await getOwnAccount(ctx)).toMatchObject({ emailVerified: true })
    await expect(sendVerification(ctx)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

onEachDatabase('the common-password list', (world) => {
  it.each([
    'password',
    'iloveyou',
    'QWERTYUIOP',
    'sunshine2024',
    'dragon2024',
    'monkey1234',
    'welcome2024',
    'letmein99',
    'abcabcabcabc',
    '11111111',
  ])('refuses %s', async (password) => {
    const input = { name: 'Grace', email: address(), password }
    await expect(signUp(ctxOf(world()), input)).rejects.toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('guessed'),
    })
  })

  it('refuses name and address, on every way to a password', async () => {
    const person = await signedUp(world(), 'Grace Hopper')
    const { ctx, password: currentPassword, email } = person
    for (const password of ['grace hopper', email, email.split('@')[0] ?? '', 'password']) {
      await expect(changePassword(ctx, { currentPassword, password }), password).rejects.toMatchObject({ code: 'VALIDATION' })
    }
    requestPasswordReset(ctxOf(world()), person)
    const token = await world().mailbox.tokenTo(email)
    await expect(resetPassword(ctxOf(world()), { token, password: 'grace hopper' })).rejects.toMatchObject({ code: 'VALIDATION' })
    // The link is not used up by it.
    await resetPassword(ctxOf(world()), { token, password: 'correct horse battery' })
  })

  it('takes a phrase of plain words: no rules of what a password is made of', async () => {
    const input = { name: 'Grace', email: address(), password: 'seven small boats' }
    expect(entered(await signUp(ctxOf(world()), input)).account.name).toBe('Grace')
  })
})
