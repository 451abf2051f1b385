import type { PortableTemplate } from '@prologue/prompt-kit/formats'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { exportTemplates, importTemplates } from '../interchange/index.ts'
import { User } from '../models/index.ts'
import { listNotifications } from '../notifications/index.ts'
import { purgeDeleted } from '../retention/index.ts'
import { getTemplateDraft, publishTemplateDraft, saveTemplateDraft } from '../templateDrafts/index.ts'
import { offerTemplate } from '../templateOffers/index.ts'
import {
  createTemplate,
  deleteTemplate,
  forkTemplate,
  getTemplate,
  getTemplateTree,
  getTemplateVersion,
  listTemplateVersions,
  moveTemplateLabel,
  restoreTemplate,
  restoreTemplateVersion,
  saveTemplateVersion,
  updateTemplate,
  useTemplate,
} from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { decideReport, getReportedText, listReports, reopenReport, reportTemplate } from './index.ts'

let made = 0
/** A text that no other test has: what is upheld is held from all of them. */
const spam = () => `Buy this number ${(made += 1)}.`

const refused = { code: 'CONFLICT', message: expect.stringContaining('because of a report') }

/** A template of a file, with these versions. */
function portable(title: string, ...contents: string[]): PortableTemplate {
  const beside = { variables: [], settings: {}, message: '', parent: null, author: null, createdAt: null }
  const said = { title, description: '', category: null, tags: [], family: null, labels: [], ratings: null, extras: {} }
  const versions = contents.map((content, index) => Object.assign({ number: index + 1, content }, beside))
  return { ...said, versions }
}

/** A second version. */
async function change(ctx: Ctx, templateId: string): Promise<void> {
  const text = { content: 'You are an editor who sells nothing.', variables: [], settings: {} }
  await saveTemplateVersion(ctx, { templateId, basedOn: 1, message: '', ...text })
}

onEachDatabase('a report that was upheld', (world) => {
  /** A template that somebody reported. */
  async function build(said: Parameters<typeof buildTemplate>[1] = {}) {
    const { id: templateId, owner } = await buildTemplate(world(), { content: spam(), ...said })
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
    const content = spam()
    const { templateId, ownerCtx } = await build({ content })
    await uphold(templateId)
    const share = () => updateTemplate(ownerCtx, { id: templateId, visibility: 'unlisted' })
    await restoreTemplateVersion(ownerCtx, { templateId, number: 1, basedOn: 1 })
    await expect(share()).rejects.toMatchObject(refused)
    const save = (basedOn: number, content: string) =>
      saveTemplateVersion(ownerCtx, { templateId, basedOn, content, variables: [], settings: {}, message: '' })
    await save(2, ` ${content.replace(' ', '\n')} `)
    await expect(share()).rejects.toMatchObject(refused)
    await save(3, content.toUpperCase().replace('.', '!'))
    await expect(share()).rejects.toMatchObject(refused)
    await save(4, 'You are an editor who sells nothing.')
    expect((await share()).visibility).toBe('unlisted')
    await expect(restoreTemplateVersion(ownerCtx, { templateId, number: 1, basedOn: 5 })).rejects.toMatchObject(refused)
    await expect(save(5, content)).rejects.toMatchObject(refused)
    const { savedAt: _, ...draft } = await getTemplateDraft(ownerCtx, { templateId })
    const { revision } = await saveTemplateDraft(ownerCtx, { ...draft, content })
    await expect(publishTemplateDraft(ownerCtx, { templateId, revision, message: '' })).rejects.toMatchObject(refused)
  })

  it('keeps its text out of every template, whoever’s it is, however it is declared, and by whatever way', async () => {
    const content = `${spam()} Ask {{ name }}.`
    const { templateId, ownerCtx, reporter } = await build({ content })
    const forked = await forkTemplate(reporter, { id: templateId })
    await uphold(templateId)
    const fork = await forkTemplate(ownerCtx, { id: templateId })
    await deleteTemplate(ownerCtx, { id: templateId })
    for (const [ctx, { id }] of [
      [ownerCtx, fork],
      [reporter, forked],
    ] as const) {
      await expect(updateTemplate(ctx, { id, visibility: 'public' })).rejects.toMatchObject(refused)
      await expect(moveTemplateLabel(ctx, { templateId: id, name: 'best', number: 1 })).rejects.toMatchObject(refused)
    }
    const said = { organizationId: null, title: 'New', description: '', tags: [], family: null, message: '' }
    const declared = { name: 'name', type: 'text', required: true, source: 'author', sensitive: false } as const
    const text = { content, variables: [declared], settings: { temperature: 1 } }
    const made = createTemplate(reporter, { ...said, ...text, category: 'writing', visibility: 'public' })
    await expect(made).rejects.toMatchObject(refused)
    const [imported] = await importTemplates(reporter, {
      templates: [portable('Out of a file', content, 'Clean.')],
      category: 'writing',
      visibility: 'public',
    })
    expect(imported).toMatchObject({ ok: false, reason: refused.message })
  })

  it('takes the other templates of its owner with it that say the same, also deleted ones, and nobody else’s', async () => {
    const content = spam()
    const { templateId, ownerCtx, reporter } = await build({ content })
    const owner = await User.query(world().database.knex).findById(ownerCtx.actor.kind === 'user' ? ownerCtx.actor.userId : '')
    const [second, gone, clean] = [
      await buildTemplate(world(), { ...(owner && { owner }), content: `${content}!` }),
      await buildTemplate(world(), { ...(owner && { owner }), content }),
      await buildTemplate(world(), { ...(owner && { owner }) }),
    ]
    const { id: foreign } = await forkTemplate(reporter, { id: templateId })
    await updateTemplate(reporter, { id: foreign, visibility: 'public' })
    await deleteTemplate(ownerCtx, { id: gone.id })
    await uphold(templateId)
    await restoreTemplate(ownerCtx, { id: gone.id })
    const ids = [templateId, second.id, gone.id, clean.id, foreign]
    const rows = await world().database.knex('templates').whereIn('id', ids).select('id', 'visibility')
    const visibilityOf = new Map(rows.map(({ id, visibility }) => [id, visibility]))
    // Whose title or description is wrong may have copied an innocent text: each of others is judged by itself.
    expect(ids.map((id) => visibilityOf.get(id))).toEqual(['private', 'private', 'private', 'public', 'public'])
  })

  it('of something copied holds it from who copied it, not from who wrote it', async () => {
    const content = spam()
    const author = await buildUser(world())
    const original = await buildTemplate(world(), { owner: author, content })
    const { templateId, ownerCtx } = await build({ content })
    await world().database.knex('template_reports').where({ templateId }).update({ reason: 'copyright' })
    await uphold(templateId)
    await expect(updateTemplate(ownerCtx, { id: templateId, visibility: 'public' })).rejects.toMatchObject(refused)
    const authorCtx = ctxOf(world(), author)
    await updateTemplate(authorCtx, { id: original.id, visibility: 'private' })
    expect((await updateTemplate(authorCtx, { id: original.id, visibility: 'public' })).visibility).toBe('public')
  })

  it('is of the version that was seen: an older one is hidden, and the template stays as it is', async () => {
    const content = spam()
    const { templateId, ownerCtx, reporter } = await build({ content })
    await change(ownerCtx, templateId)
    await moveTemplateLabel(ownerCtx, { templateId, name: 'old', number: 1 })
    await uphold(templateId)
    const moderator = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    const numbersFor = async (ctx: Ctx) => (await listTemplateVersions(ctx, { templateId })).items.map(({ number }) => number)
    for (const ctx of [reporter, ctxOf(world())]) {
      expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ visibility: 'public', latestNumber: 2, labels: [] })
      expect(await numbersFor(ctx)).toEqual([2])
      await expect(getTemplateVersion(ctx, { templateId, number: 1 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: expect.stringContaining('because of a report'),
      })
      expect((await getTemplateTree(ctx, { templateId })).versions.map(({ number }) => number)).toEqual([2])
      const [exported] = (await exportTemplates(ctx, { ids: [templateId] })).items
      expect(exported?.template.versions.map(({ number }) => number)).toEqual([2])
      expect(exported?.template.labels).toEqual([])
    }
    await expect(forkTemplate(reporter, { id: templateId, number: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const asked = { id: templateId, number: 1, values: {} }
    await expect(useTemplate(reporter, asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const ctx of [ownerCtx, moderator]) {
      const { items } = await listTemplateVersions(ctx, { templateId })
      expect(items.map(({ number, hidden }) => [number, hidden])).toEqual([
        [2, false],
        [1, true],
      ])
      expect(await getTemplateVersion(ctx, { templateId, number: 1 })).toMatchObject({ content, hidden: true })
    }
    expect((await getTemplate(ownerCtx, { id: templateId })).labels).toEqual([{ name: 'old', number: 1 }])
    expect((await listNotifications(ownerCtx, {})).items).toMatchObject([{ kind: 'template-version-hidden' }])
    await expect(restoreTemplateVersion(ownerCtx, { templateId, number: 1, basedOn: 2 })).rejects.toMatchObject(refused)
  })

  it('decides the other reports of the same text with it, and those of other texts not', async () => {
    const { templateId, ownerCtx, reporter } = await build()
    const other = ctxOf(world(), await buildUser(world()))
    await reportTemplate(other, { templateId, number: 1, reason: 'harmful', details: '' })
    await change(ownerCtx, templateId)
    const third = ctxOf(world(), await buildUser(world()))
    await reportTemplate(third, { templateId, reason: 'other', details: '' })
    await uphold(templateId)
    const rows = await world().database.knex('template_reports').where({ templateId }).orderBy('createdAt').orderBy('id')
    expect(rows.map(({ reportedNumber, status }) => [reportedNumber, status])).toEqual([
      [1, 'upheld'],
      [1, 'upheld'],
      [2, 'open'],
    ])
    await expect(reportTemplate(reporter, { templateId, number: 7, reason: 'spam', details: '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is opened again with those that were upheld with it, and its text is held no more', async () => {
    const { templateId, ownerCtx } = await build()
    const other = ctxOf(world(), await buildUser(world()))
    await reportTemplate(other, { templateId, reason: 'harmful', details: '' })
    await uphold(templateId)
    const reports = () => world().database.knex('template_reports').where({ templateId })
    const held = () => world().database.knex('template_upheld_texts').where({ templateId })
    expect(await held()).toHaveLength(1)
    const [{ id }] = await reports()
    await reopenReport(ctxOf(world(), await buildUser(world(), { role: 'moderator' })), { id })
    expect(await reports()).toMatchObject([
      { status: 'open', decidedBy: null },
      { status: 'open', decidedBy: null },
    ])
    expect(await held()).toEqual([])
    expect((await updateTemplate(ownerCtx, { id: templateId, visibility: 'public' })).visibility).toBe('public')
  })

  it('is read by moderators as it was reported, whatever became of the template since', async () => {
    const content = spam()
    const { templateId, ownerCtx, reporter } = await build({ content })
    await change(ownerCtx, templateId)
    await updateTemplate(ownerCtx, { id: templateId, visibility: 'private' })
    const moderator = ctxOf(world(), await buildUser(world(), { role: 'moderator' }))
    const { id } = await world().database.knex('template_reports').where({ templateId }).first('id')
    const { items } = await listReports(moderator, { status: 'open' })
    expect(items.find((one) => one.id === id)).toMatchObject({ version: { number: 1, isCurrent: false }, review: null })
    expect(await getReportedText(moderator, { id })).toEqual({ number: 1, content })
    for (const ctx of [ownerCtx, reporter]) {
      await expect(getReportedText(ctx, { id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
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

  it('holds its text also once its person reports another version of the template', async () => {
    const content = spam()
    const { templateId, ownerCtx, reporter } = await build({ content })
    await uphold(templateId)
    await change(ownerCtx, templateId)
    await updateTemplate(ownerCtx, { id: templateId, visibility: 'public' })
    await reportTemplate(reporter, { templateId, reason: 'spam', details: '' })
    expect(await world().database.knex('template_reports').where({ templateId })).toMatchObject([
      { status: 'open', reportedNumber: 2 },
    ])
    await expect(restoreTemplateVersion(ownerCtx, { templateId, number: 1, basedOn: 2 })).rejects.toMatchObject(refused)
  })

  it('holds its text also once the template is purged', async () => {
    const content = spam()
    const { templateId, reporter } = await build({ content })
    const forked = await forkTemplate(reporter, { id: templateId })
    await uphold(templateId)
    const { knex } = world().database
    await knex('templates')
      .where({ id: templateId })
      .update({ deletedAt: new Date(0) })
    await purgeDeleted({ ...reporter, actor: { kind: 'system' } }, { olderThanDays: 30 })
    expect(await knex('templates').where({ id: templateId })).toEqual([])
    await expect(updateTemplate(reporter, { id: forked.id, visibility: 'public' })).rejects.toMatchObject(refused)
  })
})
