import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { getTemplateDraft, publishTemplateDraft, saveTemplateDraft } from '../templateDrafts/index.ts'
import { offerTemplate } from '../templateOffers/index.ts'
import {
  createTemplate,
  deleteTemplate,
  forkTemplate,
  getTemplate,
  restoreTemplateVersion,
  saveTemplateVersion,
  updateTemplate,
} from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { decideReport, listReports, reportTemplate } from './index.ts'

const refused = { code: 'CONFLICT', message: expect.stringContaining('because of a report') }

/** A second version. */
async function change(ctx: Ctx, templateId: string): Promise<void> {
  const text = { content: 'You are an editor who sells nothing.', variables: [], settings: {} }
  await saveTemplateVersion(ctx, { templateId, basedOn: 1, message: '', ...text })
}

onEachDatabase('a report that was upheld', (world) => {
  /** A template that somebody reported. */
  async function build(said: Parameters<typeof buildTemplate>[1] = {}) {
    const { id: templateId, owner } = await buildTemplate(world(), said)
    const reporter = ctxOf(world(), await buildUser(world()))
    await reportTemplate(reporter, { templateId, reason: 'spam', details: 'It sells something.' })
    return { templateId, ownerCtx: ctxOf(world(), owner), reporter }
  }

  async function uphold(templateId: string): Promise<void> {
    const { id } = await world().database.knex('template_reports').where({ templateId }).first('id')
    await decideReport(ctxOf(world(), await buildUser(world(), { role: 'moderator' })), { id, status: 'upheld' })
  }

  it('keeps the template private until there is a new version', async () => {
    const { templateId, ownerCtx } = await build()
    await uphold(templateId)
    const share = () => updateTemplate(ownerCtx, { id: templateId, visibility: 'public' })
    await expect(share()).rejects.toMatchObject(refused)
    expect((await updateTemplate(ownerCtx, { id: templateId, title: 'Another', visibility: 'private' })).title).toBe('Another')
    await change(ownerCtx, templateId)
    expect((await share()).visibility).toBe('public')
  })

  it('keeps its text from coming back as a later version, before it is shared again and after', async () => {
    const { templateId, ownerCtx } = await build({ content: 'Buy this.' })
    await uphold(templateId)
    const share = () => updateTemplate(ownerCtx, { id: templateId, visibility: 'unlisted' })
    await restoreTemplateVersion(ownerCtx, { templateId, number: 1, basedOn: 1 })
    await expect(share()).rejects.toMatchObject(refused)
    const save = (basedOn: number, content: string) =>
      saveTemplateVersion(ownerCtx, { templateId, basedOn, content, variables: [], settings: {}, message: '' })
    await save(2, ' Buy\n this. ')
    await expect(share()).rejects.toMatchObject(refused)
    await save(3, 'BUY this!')
    await expect(share()).rejects.toMatchObject(refused)
    await save(4, 'You are an editor who sells nothing.')
    expect((await share()).visibility).toBe('unlisted')
    await expect(restoreTemplateVersion(ownerCtx, { templateId, number: 1, basedOn: 5 })).rejects.toMatchObject(refused)
    await expect(save(5, 'Buy this.')).rejects.toMatchObject(refused)
    const { savedAt: _, ...draft } = await getTemplateDraft(ownerCtx, { templateId })
    const { revision } = await saveTemplateDraft(ownerCtx, { ...draft, content: 'Buy this.' })
    await expect(publishTemplateDraft(ownerCtx, { templateId, revision, message: '' })).rejects.toMatchObject(refused)
  })

  it('keeps its text out of the other templates of its owner, not of those of others', async () => {
    const { templateId, ownerCtx, reporter } = await build({ content: 'Buy this.' })
    const forked = await forkTemplate(reporter, { id: templateId })
    await uphold(templateId)
    const fork = await forkTemplate(ownerCtx, { id: templateId })
    const forkOfFork = await forkTemplate(ownerCtx, { id: fork.id })
    await deleteTemplate(ownerCtx, { id: templateId })
    for (const one of [fork, forkOfFork]) {
      await expect(updateTemplate(ownerCtx, { id: one.id, visibility: 'public' })).rejects.toMatchObject(refused)
    }
    const said = { organizationId: null, title: 'New', description: '', tags: [], family: null, message: '' }
    const text = { content: 'Buy this.', variables: [], settings: {} }
    const made = createTemplate(ownerCtx, { ...said, ...text, category: 'writing', visibility: 'public' })
    await expect(made).rejects.toMatchObject(refused)
    expect((await updateTemplate(reporter, { id: forked.id, visibility: 'public' })).visibility).toBe('public')
  })

  it('ends the offer of the template, and nobody is offered it before it is changed', async () => {
    const { templateId, ownerCtx } = await build()
    const friend = await buildUser(world())
    const offer = () => offerTemplate(ownerCtx, { templateId, userId: friend.id })
    const look = () => getTemplate(ctxOf(world(), friend), { id: templateId })
    await offer()
    await uphold(templateId)
    await expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await getTemplate(ownerCtx, { id: templateId })).offeredTo).toBeNull()
    await expect(offer()).rejects.toMatchObject(refused)
    await change(ownerCtx, templateId)
    await offer()
    expect((await look()).latestNumber).toBe(2)
  })

  it('holds when who reported is gone, by whatever way, and stands in the list without them', async () => {
    const { templateId, ownerCtx } = await build()
    await uphold(templateId)
    const { knex } = world().database
    // Of whom the audit tells, the row stays: somebody else takes the place of who reported.
    const { id: reporterId } = await buildUser(world())
    await knex('template_reports').where({ templateId }).update({ reporterId })
    await knex('users').where({ id: reporterId }).delete()
    expect(await knex('template_reports').where({ templateId })).toMatchObject([{ status: 'upheld', reporterId: null }])
    await expect(updateTemplate(ownerCtx, { id: templateId, visibility: 'public' })).rejects.toMatchObject(refused)
    const moderator = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    const { items } = await listReports(moderator, { status: 'upheld' })
    expect(items.find(({ template }) => template.id === templateId)).toMatchObject({ reporter: null })
  })

  it('is not opened again by its person while the template is private', async () => {
    const { templateId, ownerCtx, reporter } = await build()
    await uphold(templateId)
    await change(ownerCtx, templateId)
    const { actor } = reporter
    await offerTemplate(ownerCtx, { templateId, userId: actor.kind === 'user' ? actor.userId : '' })
    await expect(reportTemplate(reporter, { templateId, reason: 'spam', details: '' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('private because of your report'),
    })
    expect(await world().database.knex('template_reports').where({ templateId })).toMatchObject([
      { status: 'upheld', upheldNumber: 1 },
    ])
  })
})
