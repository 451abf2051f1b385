import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { buildOrganization, buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { listNotifications, notify } from './index.ts'

const tell = (by: Ctx, notice: Parameters<typeof notify>[1]) => withTransaction(by, (tx) => notify(tx, notice))

onEachDatabase('a notice about a template', (world) => {
  /** Somebody with a confirmed address, and a template of Ada’s with its owner. */
  async function build(said: Parameters<typeof buildTemplate>[1] = {}) {
    const { id: templateId, slug, owner } = await buildTemplate(world(), { title: 'Call 555 now', ...said })
    const user = await buildUser(world(), { name: 'Grace' })
    const email = `${randomUUID()}@example.com`
    const values = { email, emailCanonical: email, emailVerifiedAt: new Date() }
    await world().database.knex('users').where({ id: user.id }).update(values)
    return { templateId, slug, owner: ctxOf(world(), owner), user, email, ctx: ctxOf(world(), user) }
  }
  const offer = (templateId: string, offeredTo: string) =>
    world()
      .database.knex('template_offers')
      .insert({ id: randomUUID(), templateId, offeredTo, createdAt: new Date(), updatedAt: new Date() })

  it('names it to whom the page would show it, and to nobody else', async () => {
    for (const visibility of ['public', 'unlisted', 'private', 'organization'] as const) {
      const user = await buildUser(world())
      const maker = await buildUser(world())
      const organizationId = visibility === 'organization' ? await buildOrganization(world(), [user, maker]) : null
      const { templateId, slug, owner } = await build({ owner: maker, visibility, organizationId })
      await tell(owner, { userIds: [user.id], kind: 'template-taken', templateId })
      const shown = visibility === 'private' ? null : { id: templateId, slug, title: 'Call 555 now' }
      expect((await listNotifications(ctxOf(world(), user), {})).items).toMatchObject([{ template: shown, conversation: null }])
    }
  })

  it('names it to whom it is offered while the offer stands', async () => {
    const { templateId, owner, user, ctx } = await build({ visibility: 'private' })
    await offer(templateId, user.id)
    await tell(owner, { userIds: [user.id], kind: 'template-offered', templateId })
    const shown = async () => (await listNotifications(ctx, {})).items.map(({ template }) => template?.title ?? null)
    expect(await shown()).toEqual(['Call 555 now'])
    await world().database.knex('template_offers').where({ templateId }).delete()
    expect(await shown()).toEqual([null])
  })

  it('is mailed to who is offered one: neither title nor address are in it, which somebody else wrote', async () => {
    const { templateId, owner, user, email } = await build({ visibility: 'private' })
    await offer(templateId, user.id)
    await tell(owner, { userIds: [user.id], kind: 'template-offered', templateId })
    const [mail] = await world().mailbox.to(email)
    expect(mail).toMatchObject({ subject: 'A template waits for you', link: 'http://localhost:3000' })
    expect(mail?.text).toContain('Ada wants to hand a template over to you.')
    expect(mail?.text).not.toContain('555')
  })

  it('is not mailed of an offer that was taken back meanwhile', async () => {
    const { templateId, owner, user, email } = await build({ visibility: 'private' })
    await tell(owner, { userIds: [user.id], kind: 'template-offered', templateId })
    expect(await world().mailbox.to(email)).toEqual([])
  })

  it('is mailed once an hour for each kind, however many templates somebody offers', async () => {
    const { user, email, ...first } = await build()
    const others = [await build(), await build()]
    for (const { templateId, owner } of [first, ...others]) {
      await offer(templateId, user.id)
      await tell(owner, { userIds: [user.id], kind: 'template-offered', templateId })
    }
    await tell(first.owner, { userIds: [user.id], kind: 'template-hidden', templateId: first.templateId, named: false })
    const subjects = (await world().mailbox.to(email)).map(({ subject }) => subject)
    expect(subjects).toEqual(['A template waits for you', 'Your template was made private'])
  })

  it('is mailed to who owned or owns it with its title; a moderator is not named', async () => {
    const { templateId, owner, slug, user, email } = await build({ visibility: 'private' })
    await tell(owner, { userIds: [user.id], kind: 'template-taken', templateId })
    await tell(owner, { userIds: [user.id], kind: 'template-hidden', templateId, named: false })
    const [taken, hidden] = await world().mailbox.to(email)
    expect(taken?.text).toContain('Ada took over your template “Call 555 now” and is its owner now.')
    expect(taken?.link).toBe('http://localhost:3000')
    expect(hidden?.text).toContain('Your template “Call 555 now” was reported.')
    expect(hidden?.text).not.toContain('Ada')
    expect(hidden?.link).toBe(`http://localhost:3000/templates/${slug}`)
  })
})
