import { afterEach, expect, it } from 'vitest'
import { openInvitation, signUp } from '../auth/index.ts'
import { AccountInvitation, User } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { purgeDeleted } from '../retention/index.ts'
import { saveSettings } from '../settings/index.ts'
import { buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { hashToken } from '../tokens.ts'
import { eraseUser } from '../users/index.ts'
import { inviteAccount, listAccountInvitations, revokeAccountInvitation } from './index.ts'

const password = 'a long enough password'
const over = { code: 'NOT_FOUND', message: expect.stringContaining('not valid (any more)') }
const week = 7 * 86_400_000

onEachDatabase('invitations to an account', (world) => {
  let number = 0
  const admin = async () => ctxOf(world(), await buildUser(world(), { role: 'admin', name: 'Ida' }))
  const nobody = () => ctxOf(world())
  const after = (milliseconds: number) => ({ ...nobody(), now: () => new Date(Date.now() + milliseconds) })
  const rows = (emailCanonical: string) => AccountInvitation.query(world().database.knex).where({ emailCanonical })
  const accounts = (emailCanonical: string) => User.query(world().database.knex).where({ emailCanonical })

  /** Where sign-up is by invitation: an address that was invited, and what stands behind the `#` of its mail. */
  async function invited() {
    const ctx = await admin()
    await saveSettings(ctx, { signUp: 'invitation' })
    const email = `newcomer${(number += 1)}@example.com`
    await inviteAccount(ctx, { email })
    return { ctx, email, invitation: await world().mailbox.tokenTo(email) }
  }
  const comes = (email: string, invitation?: string) =>
    signUp(nobody(), { name: 'Ada', email, password, ...(invitation !== undefined && { invitation }) })

  afterEach(async () => {
    world().mailbox.sends = false
    await world().database.knex('settings').delete()
  })

  it('make an account whose address is confirmed, signed in at once, also where mail goes out', async () => {
    world().mailbox.sends = true
    const { email, invitation } = await invited()
    expect(await openInvitation(nobody(), { token: invitation })).toEqual({ email })
    expect(await comes(email.toUpperCase(), invitation)).toMatchObject({ status: 'signed-in', account: { role: 'user' } })
    expect(await accounts(email)).toMatchObject([{ emailVerifiedAt: expect.any(Date) }])
    expect(await rows(email)).toEqual([])
  })

  it('are needed where sign-up is by invitation, and good for nobody where it is closed', async () => {
    const { ctx, email, invitation } = await invited()
    await expect(comes('uninvited@example.com')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('begins with an invitation'),
    })
    await saveSettings(ctx, { signUp: 'closed' })
    for (const attempt of [() => comes(email, invitation), () => openInvitation(nobody(), { token: invitation })]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Nobody') })
    }
    await expect(inviteAccount(ctx, { email: 'late@example.com' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await saveSettings(ctx, { signUp: 'invitation' })
    expect(await comes(email, invitation)).toMatchObject({ status: 'signed-in' })
  })

  it('are good for any address, whatever domains open sign-up is for', async () => {
    const { ctx, email, invitation } = await invited()
    await saveSettings(ctx, { signUp: 'open', mailDomains: ['example.org'] })
    await expect(comes('else@example.com')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await comes(email, invitation)).toMatchObject({ status: 'signed-in' })
  })

  it('are refused when they were used, were never any, or went to another address', async () => {
    const { email, invitation } = await invited()
    await expect(comes('other@example.com', invitation)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('another address'),
    })
    await comes(email, invitation)
    for (const token of [invitation, 'a'.repeat(43)]) {
      await expect(comes(email, token)).rejects.toMatchObject(over)
      await expect(openInvitation(nobody(), { token })).rejects.toMatchObject(over)
    }
  })

  it('are refused when they were taken back, and gone from the list', async () => {
    const { ctx, email, invitation } = await invited()
    const waiting = (await listAccountInvitations(ctx)).filter((one) => one.email === email)
    expect(waiting).toMatchObject([{ email, invitedBy: 'Ida' }])
    const id = waiting[0]?.id ?? ''
    await revokeAccountInvitation(ctx, { id })
    await expect(comes(email, invitation)).rejects.toMatchObject(over)
    await expect(revokeAccountInvitation(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await listAccountInvitations(ctx)).filter((one) => one.email === email)).toEqual([])
  })

  it('are over after seven days, and the retention removes them then', async () => {
    const { ctx, email, invitation } = await invited()
    const late = after(week + 1_000)
    await expect(signUp(late, { name: 'Ada', email, password, invitation })).rejects.toMatchObject(over)
    await expect(openInvitation(late, { token: invitation })).rejects.toMatchObject(over)
    expect(await openInvitation(after(week - 60_000), { token: invitation })).toEqual({ email })
    const listed = await listAccountInvitations({ ...ctx, now: late.now })
    expect(listed.filter((one) => one.email === email)).toEqual([])
    await purgeDeleted({ ...ctx, actor: { kind: 'system' } }, { olderThanDays: 30 })
    expect(await rows(email)).toHaveLength(1)
    await purgeDeleted({ ...late, actor: { kind: 'system' } }, { olderThanDays: 30 })
    expect(await rows(email)).toEqual([])
  })

  it('to the same address take the place of the first', async () => {
    const { ctx, email, invitation } = await invited()
    await inviteAccount(ctx, { email: email.toUpperCase() })
    expect(await rows(email)).toHaveLength(1)
    await expect(comes(email, invitation)).rejects.toMatchObject(over)
    expect(await comes(email, await world().mailbox.tokenTo(email.toUpperCase()))).toMatchObject({ status: 'signed-in' })
  })

  it('make one account where two sign up with one link at once', async () => {
    const { email, invitation } = await invited()
    const results = await Promise.allSettled([comes(email, invitation), comes(email, invitation)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refusals).toMatchObject([over])
    expect(await accounts(email)).toHaveLength(1)
  })

  it('take the place of who signed up with the address and never came in', async () => {
    world().mailbox.sends = true
    const { ctx, email, invitation } = await invited()
    await saveSettings(ctx, { signUp: 'open' })
    await signUp(nobody(), { name: 'Somebody', email, password: 'what a squatter would choose' })
    await world().mailbox.settled()
    expect(await accounts(email)).toMatchObject([{ name: 'Somebody', emailVerifiedAt: null }])
    expect(await comes(email, invitation)).toMatchObject({ status: 'signed-in', account: { name: 'Ada' } })
    const { id = '' } = (await accounts(email))[0] ?? {}
    expect(await world().database.knex('user_tokens').where({ userId: id })).toEqual([])
  })

  it('go to an address that somebody signed up with who never came in', async () => {
    world().mailbox.sends = true
    const ctx = await admin()
    const email = `squatted${(number += 1)}@example.com`
    await signUp(nobody(), { name: 'Somebody', email, password: 'what a squatter would choose' })
    await world().mailbox.settled()
    await inviteAccount(ctx, { email })
    const invitation = await world().mailbox.tokenTo(email)
    expect(await comes(email, invitation)).toMatchObject({ status: 'signed-in', account: { name: 'Ada' } })
  })

  it('let nobody in while who sent them is no administrator, or is locked or deleted', async () => {
    const { ctx, email, invitation } = await invited()
    const { userId } = signedIn(ctx.actor)
    const other = await admin()
    const listed = async () => (await listAccountInvitations(other)).filter((one) => one.email === email).length
    const inviter = (change: object) => world().database.knex('users').where({ id: userId }).update(change)
    for (const change of [{ role: 'moderator' }, { lockedAt: new Date() }, { deletedAt: new Date() }]) {
      await inviter(change)
      await expect(openInvitation(nobody(), { token: invitation })).rejects.toMatchObject(over)
      await expect(comes(email, invitation)).rejects.toMatchObject(over)
      expect(await listed()).toBe(0)
      await inviter({ role: 'admin', lockedAt: null, deletedAt: null })
    }
    expect(await listed()).toBe(1)
    expect(await comes(email, invitation)).toMatchObject({ status: 'signed-in' })
  })

  it('of two administrators at once to one address leave one that counts', async () => {
    const [one, two] = [await admin(), await admin()]
    const email = `wanted${(number += 1)}@example.com`
    const results = await Promise.allSettled([inviteAccount(one, { email }), inviteAccount(two, { email })])
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await rows(email)).toHaveLength(1)
  })

  it('are refused to an address that has an account, in use or deleted', async () => {
    const ctx = await admin()
    const { email } = await buildUser(world())
    await expect(inviteAccount(ctx, { email })).rejects.toMatchObject({ code: 'CONFLICT' })
    await world().database.knex('users').where({ email }).update({ deletedAt: new Date() })
    await expect(inviteAccount(ctx, { email })).rejects.toMatchObject({ message: expect.stringContaining('was deleted') })
    expect(await world().mailbox.to(email)).toEqual([])
  })

  it('are sent, seen and taken back by administrators alone, and sent by one who proved lately who they are', async () => {
    const moderator = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    const { ctx, email } = await invited()
    const { id = '' } = (await rows(email))[0] ?? {}
    await expect(inviteAccount(moderator, { email: 'x@example.com' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(listAccountInvitations(moderator)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(revokeAccountInvitation(moderator, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const later = { ...ctx, now: () => new Date(Date.now() + 86_400_000) }
    await expect(inviteAccount(later, { email: 'x@example.com' })).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
    expect(await rows(email)).toHaveLength(1)
  })

  it('go to one address a few times an hour', async () => {
    const { ctx, email } = await invited()
    for (let sent = 1; sent < 5; sent++) await inviteAccount(ctx, { email })
    await expect(inviteAccount(ctx, { email })).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    expect(await world().mailbox.to(email)).toHaveLength(5)
  })

  it('are kept by the hash of their token, and told in the audit without token and address', async () => {
    const { ctx, email, invitation } = await invited()
    const [row] = await rows(email)
    expect(row?.tokenHash).toBe(hashToken(invitation))
    await revokeAccountInvitation(ctx, { id: row?.id ?? '' })
    const entries = await world().database.knex('audit_logs').where({ entityId: row?.id })
    expect(entries.map(({ action }) => action)).toEqual(['create', 'delete'])
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${email}|${invitation}|${hashToken(invitation)}`))
  })

  it('go with the account that has their address', async () => {
    const { ctx, email } = await invited()
    const { id } = await buildUser(world())
    // An address that was changed to after the invitation went out.
    await world().database.knex('users').where({ id }).update({ email, emailCanonical: email })
    await eraseUser(ctx, { id })
    expect(await rows(email)).toEqual([])
  })
})
