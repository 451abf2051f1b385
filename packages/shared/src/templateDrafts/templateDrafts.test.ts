import { expect, it } from 'vitest'
import {
  beginTemplate,
  deleteTemplate,
  getTemplate,
  getTemplateVersion,
  saveTemplateVersion,
  updateTemplate,
} from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { discardTemplateDraft, getTemplateDraft, publishTemplateDraft, saveTemplateDraft } from './index.ts'

const conflict = { code: 'CONFLICT' }

onEachDatabase('the draft of a template', (world) => {
  async function begin(title?: string) {
    const owner = await buildUser(world())
    const ctx = ctxOf(world(), owner)
    const { id: templateId, slug } = await beginTemplate(ctx, { title })
    const save = (content: string, revision: number, basedOn = 0, variables: Record<string, unknown>[] = []) =>
      saveTemplateDraft(ctx, { templateId, content, variables, settings: {}, basedOn, revision })
    const publish = (revision: number, message = '') => publishTemplateDraft(ctx, { templateId, revision, message })
    return { owner, ctx, templateId, slug, save, publish }
  }

  const auditOf = (entityType: string, actorId: string) =>
    world().database.knex('audit_logs').where({ entityType, actorId }).orderBy('sequence').pluck('action')

  it('is empty where a template was just begun, and nobody else finds that one', async () => {
    const { ctx, templateId, slug } = await begin()
    expect(await getTemplate(ctx, { slug })).toMatchObject({
      title: 'Untitled',
      latestNumber: 0,
      version: null,
      visibility: 'private',
      hasDraft: false,
    })
    const draft = await getTemplateDraft(ctx, { templateId })
    expect(draft).toEqual({ templateId, content: '', variables: [], settings: {}, basedOn: 0, revision: 0, savedAt: null })
    for (const role of ['user', 'moderator', 'admin'] as const) {
      const other = ctxOf(world(), await buildUser(world(), { role }))
      await expect(getTemplate(other, { slug })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(getTemplateDraft(other, { templateId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
  })

  it('is gone on with where one begins another before a word was written, and only there', async () => {
    const { ctx, templateId, slug } = await begin()
    expect(await beginTemplate(ctx, {})).toEqual({ id: templateId, slug })
    expect((await beginTemplate(ctxOf(world(), await buildUser(world())), {})).id).not.toBe(templateId)
    await deleteTemplate(ctx, { id: (await beginTemplate(ctx, {})).id })
    const second = await beginTemplate(ctx, {})
    expect(second.id).not.toBe(templateId)
    await updateTemplate(ctx, { id: second.id, description: 'For letters' })
    const third = await beginTemplate(ctx, {})
    expect(third.id).not.toBe(second.id)
    const save = (content: string, revision: number) =>
      saveTemplateDraft(ctx, { templateId: third.id, content, variables: [], settings: {}, basedOn: 0, revision })
    const { revision } = await save('One', 0)
    expect((await beginTemplate(ctx, { title: 'Letters' })).id).not.toBe(third.id)
    const fourth = await beginTemplate(ctx, {})
    expect(fourth.id).not.toBe(third.id)
    await save('', revision)
    await deleteTemplate(ctx, { id: fourth.id })
    expect(await beginTemplate(ctx, {})).toEqual(third)
  })

  it('keeps what is typed though it is no template yet, and each save has a higher revision', async () => {
    const { owner, ctx, templateId, save } = await begin()
    const half = [{ name: 'Not a name', options: 'half' }, {}]
    const first = await save('Dear {{ na', 0, 0, half)
    const second = await save('Dear {{ name', first.revision, 0, half)
    expect(second.revision).toBeGreaterThan(first.revision)
    const draft = await getTemplateDraft(ctx, { templateId })
    expect(draft).toMatchObject({ content: 'Dear {{ name', variables: half, basedOn: 0, revision: second.revision })
    expect(draft.savedAt).toEqual(second.savedAt)
    expect((await getTemplate(ctx, { id: templateId })).hasDraft).toBe(true)
    // That it is there is told, not every key that was pressed.
    expect(await auditOf('template_drafts', owner.id)).toEqual(['create'])
  })

  it('is not overwritten by a page that does not know its newest text', async () => {
    const { ctx, templateId, save } = await begin()
    const first = await save('One', 0)
    const second = await save('Two', first.revision)
    for (const revision of [0, first.revision, second.revision + 1]) {
      await expect(save('Lost', revision)).rejects.toMatchObject({
        ...conflict,
        message: expect.stringContaining('bring over what you want, and save again'),
      })
    }
    expect(await getTemplateDraft(ctx, { templateId })).toMatchObject({ content: 'Two', revision: second.revision })
  })

  it('that is saved again with the same words, as after a lost answer, is the same', async () => {
    const { save } = await begin()
    const variables = [{ type: 'enum', name: 'tone', options: ['kind', 'short'], required: false }]
    const first = await save('One', 0)
    const second = await save('Two', first.revision, 0, variables)
    expect(await save('Two', first.revision, 0, variables)).toEqual(second)
    expect(await save('Two', second.revision, 0, variables)).toEqual(second)
  })

  it('that was discarded is not mistaken for the next one', async () => {
    const { ctx, templateId, save } = await begin()
    const old = await save('Old', 0)
    await expect(discardTemplateDraft(ctx, { templateId, revision: old.revision + 1 })).rejects.toMatchObject(conflict)
    await discardTemplateDraft(ctx, { templateId, revision: old.revision })
    expect(await getTemplateDraft(ctx, { templateId })).toMatchObject({ content: '', revision: 0 })
    await expect(save('Old, and more', old.revision)).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining('published or discarded'),
    })
    const next = await save('New', 0)
    expect(next.revision).not.toBe(old.revision)
    await expect(save('Old, and more', old.revision)).rejects.toMatchObject(conflict)
    expect(await getTemplateDraft(ctx, { templateId })).toMatchObject({ content: 'New' })
  })

  it('becomes the first version, and the template gets the address of its title', async () => {
    const { owner, ctx, templateId, slug, save, publish } = await begin()
    expect(slug).toContain('untitled')
    await updateTemplate(ctx, { id: templateId, title: 'Ärztliche Briefe' })
    const variables = [{ name: 'patient', type: 'text' }]
    const { revision } = await save('Write to {{ patient }}.', 0, 0, variables)
    const published = await publish(revision, 'The first one')
    expect(published).toMatchObject({ number: 1, slug: expect.stringMatching(/^arztliche-briefe(-\d+)?$/) })
    const template = await getTemplate(ctx, { slug: published.slug })
    expect(template).toMatchObject({ id: templateId, latestNumber: 1, hasDraft: false, visibility: 'private' })
    expect(template.version).toMatchObject({
      id: published.id,
      message: 'The first one',
      parentVersionId: null,
      author: { id: owner.id },
      content: 'Write to {{ patient }}.',
      variables: [{ name: 'patient', type: 'text', required: true }],
    })
    expect(await auditOf('template_drafts', owner.id)).toEqual(['create', 'delete'])
    await updateTemplate(ctx, { id: templateId, title: 'Letters', visibility: 'public' })
    expect(await getTemplate(ctxOf(world()), { slug: published.slug })).toMatchObject({ title: 'Letters' })
  })

  it('keeps the address it was begun with where that is the one of its title', async () => {
    const title = `Notes ${Math.random().toString(36).slice(2)}`
    const { slug, save, publish } = await begin(title)
    expect((await publish((await save('Take notes.', 0)).revision)).slug).toBe(slug)
  })

  it('of a template that is there begins with its newest version and becomes the next', async () => {
    const { id: templateId, owner } = await buildTemplate(world(), { content: 'One' })
    const ctx = ctxOf(world(), owner)
    expect(await getTemplateDraft(ctx, { templateId })).toMatchObject({ content: 'One', basedOn: 1, revision: 0 })
    const typed = { templateId, content: 'Two', variables: [], settings: { temperature: 1 }, basedOn: 1 }
    const { revision } = await saveTemplateDraft(ctx, { ...typed, revision: 0 })
    expect(await publishTemplateDraft(ctx, { templateId, revision, message: '' })).toMatchObject({ number: 2 })
    const first = await getTemplateVersion(ctx, { templateId, number: 1 })
    expect(await getTemplateVersion(ctx, { templateId, number: 2 })).toMatchObject({
      content: 'Two',
      settings: { temperature: 1 },
      parentVersionId: first.id,
    })
    await expect(publishTemplateDraft(ctx, { templateId, revision, message: '' })).rejects.toMatchObject(conflict)
    const ahead = { ...typed, content: 'Three', basedOn: 9, revision: 0 }
    await expect(saveTemplateDraft(ctx, ahead)).rejects.toMatchObject({ code: 'VALIDATION' })
  })

  it('is not published over a version that was saved meanwhile, and stays to be compared', async () => {
    const { id: templateId, owner } = await buildTemplate(world(), { content: 'One' })
    const ctx = ctxOf(world(), owner)
    const typed = { templateId, content: 'Mine', variables: [], settings: {}, basedOn: 1, revision: 0 }
    const { revision } = await saveTemplateDraft(ctx, typed)
    await saveTemplateVersion(ctx, { templateId, basedOn: 1, content: 'Theirs', variables: [], settings: {}, message: '' })
    await expect(publishTemplateDraft(ctx, { templateId, revision, message: '' })).rejects.toMatchObject({
      ...conflict,
      message: 'Version 2 was saved meanwhile. Compare it with yours, bring over what you want, and save again.',
    })
    expect(await getTemplateDraft(ctx, { templateId })).toMatchObject({ content: 'Mine', basedOn: 1 })
    const merged = await saveTemplateDraft(ctx, { ...typed, content: 'Both', basedOn: 2, revision })
    await expect(publishTemplateDraft(ctx, { templateId, revision, message: '' })).rejects.toMatchObject(conflict)
    expect(await publishTemplateDraft(ctx, { templateId, revision: merged.revision, message: '' })).toMatchObject({ number: 3 })
  })

  it.each([
    ['', [], 'Write the text of the template.'],
    ['{% if a %}', [{ name: 'a', type: 'text' }], 'This cannot be read as a template: tag {% if a %} not closed.'],
    ['{{ a }}', [{ name: 'a' }], 'The variable “a”: its declaration is not complete.'],
    ['{{ a }}', [{ name: 'a', type: 'text' }, {}], 'The variable number 2: its declaration is not complete.'],
    ['{{ a }}', [{ name: 'a', type: 'enum' }], 'The variable “a”: List the options to choose from.'],
  ])('is not published while it is no template: %j', async (content, variables, message) => {
    const { ctx, templateId, save, publish } = await begin()
    const { revision } = await save(content, 0, 0, variables)
    await expect(publish(revision)).rejects.toMatchObject({ code: 'VALIDATION', message })
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: 0, hasDraft: true })
  })

  it('is for who may write on the template alone, and others are not told that there is one', async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const mine = { templateId, content: 'Mine', variables: [], settings: {}, basedOn: 1, revision: 0 }
    const { revision } = await saveTemplateDraft(ctxOf(world(), owner), mine)
    for (const role of ['user', 'moderator', 'admin', 'guest'] as const) {
      const other = ctxOf(world(), await buildUser(world(), { role }))
      expect((await getTemplate(other, { id: templateId })).hasDraft).toBe(false)
      const tries = [
        getTemplateDraft(other, { templateId }),
        saveTemplateDraft(other, { ...mine, content: 'Theirs', revision }),
        publishTemplateDraft(other, { templateId, revision, message: '' }),
        discardTemplateDraft(other, { templateId, revision }),
      ]
      for (const result of await Promise.allSettled(tries)) {
        expect(result).toMatchObject({ status: 'rejected', reason: { code: 'FORBIDDEN' } })
      }
    }
    expect(await getTemplateDraft(ctxOf(world(), owner), { templateId })).toMatchObject({ content: 'Mine', revision })
  })
})
