import { importOptionsSchema } from '@prologue/contracts'
import type { PortableTemplate } from '@prologue/prompt-kit/formats'
import { describe, expect, it } from 'vitest'
import { setPreferences } from '../auth/index.ts'
import { importTemplates } from '../interchange/index.ts'
import { publishTemplateDraft, saveTemplateDraft } from '../templateDrafts/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { beginTemplate } from './beginTemplate.ts'
import { createTemplate } from './createTemplate.ts'
import { forkTemplate } from './forkTemplate.ts'
import { getTemplate } from './getTemplate.ts'
import { restoreTemplateVersion } from './restoreTemplateVersion.ts'
import { saveTemplateVersion } from './saveTemplateVersion.ts'
import { updateTemplate } from './updateTemplate.ts'

const unfinished = 'You greet guests.\n\nTheir hotel is [insert the hotel].\n\nIf you do not know, ask.'
const said = {
  title: 'Greeter',
  description: '',
  category: 'support' as const,
  tags: [],
  family: null,
  visibility: 'private' as const,
  organizationId: null,
  message: '',
  settings: {},
}
const text = { content: unfinished, variables: [], settings: {} }
const version = { number: 1, ...text, message: '', parent: null, author: null, createdAt: null }
const portable: PortableTemplate = {
  title: 'Greeter',
  description: '',
  category: null,
  tags: [],
  versions: [version],
  labels: [],
  ratings: null,
  extras: {},
}
const refused = {
  code: 'VALIDATION',
  message:
    'Line 3 (placeholder-left): "[insert the hotel]" is still to be filled in. Mend it, or switch its rule off in your account or by a comment in the text.',
}

onEachDatabase('publishing', (world) => {
  describe('is refused for what the checker calls an error', () => {
    it('where a template is made, gets a version, or is published from its draft', async () => {
      const { id, owner } = await buildTemplate(world(), { content: 'You greet guests.' })
      const ctx = ctxOf(world(), owner)
      await expect(createTemplate(ctx, { ...said, ...text })).rejects.toMatchObject(refused)
      await expect(saveTemplateVersion(ctx, { templateId: id, basedOn: 1, message: '', ...text })).rejects.toMatchObject(refused)
      const { id: templateId } = await beginTemplate(ctx, {})
      const { revision } = await saveTemplateDraft(ctx, { templateId, ...text, basedOn: 0, revision: 0 })
      await expect(publishTemplateDraft(ctx, { templateId, revision, message: '' })).rejects.toMatchObject(refused)
      expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: 0, hasDraft: true })
      expect((await getTemplate(ctx, { id })).latestNumber).toBe(1)
    })

    it('naming three of many, and what mends each', async () => {
      const ctx = ctxOf(world(), await buildUser(world()))
      const content = 'Greet {{ guest }} in {{ town }}.\n\n```\nTODO: a\n```\n\nTODO: one\n\nTODO: two\n'
      const variables = [
        { name: 'guest', type: 'longtext' as const, required: true, source: 'end-user' as const, sensitive: false },
      ]
      const making = createTemplate(ctx, { ...said, ...text, content, variables })
      await expect(making).rejects.toMatchObject({
        code: 'VALIDATION',
        message: [
          'Line 1 (var-undelimited): Nothing marks where "guest" begins and ends. What helps: Put "guest" between <guest> and </guest>.',
          'Line 1 (var-undeclared): "town" is not declared. What helps: Declare "town".',
          'Line 7 (placeholder-left): "TODO" is still to be filled in.',
          'One more like it is in the way.',
          'Mend them, or switch their rules off in your account or by a comment in the text.',
        ].join(' '),
      })
    })

    it('unless a comment in the text or the owner has switched the rule off', async () => {
      const owner = await buildUser(world())
      const ctx = ctxOf(world(), owner)
      const commented = unfinished.replace('\nTheir', '\n<!-- check-off-next: placeholder-left -->\nTheir')
      await createTemplate(ctx, { ...said, ...text, content: commented })
      await setPreferences(ctx, { preferences: { checker: { off: ['placeholder-left'] } } })
      const { id } = await createTemplate(ctx, { ...said, ...text })
      // The owner's rules hold, whoever else has others.
      const other = await buildUser(world())
      await expect(createTemplate(ctxOf(world(), other), { ...said, ...text })).rejects.toMatchObject(refused)
      expect(await saveTemplateVersion(ctx, { templateId: id, basedOn: 1, message: '', ...text })).toMatchObject({ number: 2 })
    })

    it('never for braces of a text that declares nothing', async () => {
      const ctx = ctxOf(world(), await buildUser(world()))
      const made = await createTemplate(ctx, { ...said, ...text, content: 'A shell says ${x} and {{ y' })
      expect(made.id).toMatch(/^[0-9a-f-]{36}$/)
    })

    it('for a secret, which the answer does not tell again', async () => {
      const ctx = ctxOf(world(), await buildUser(world()))
      const key = `ghp_${'a1B2c3D4e5'.repeat(3)}abcdef`
      const making = createTemplate(ctx, { ...said, ...text, content: `Ask with ${key}.` })
      await expect(making).rejects.toMatchObject({ code: 'VALIDATION', message: expect.stringContaining('Line 1 (secret)') })
      await expect(making).rejects.not.toMatchObject({ message: expect.stringContaining(key) })
    })

    it('also where what was imported in private is given to others, or is imported for them', async () => {
      const owner = await buildUser(world())
      const ctx = ctxOf(world(), owner)
      const options = importOptionsSchema.parse({})
      const [shared] = await importTemplates(ctx, { ...options, visibility: 'public', templates: [portable] })
      expect(shared).toMatchObject({ ok: false, reason: refused.message })
      const [mine] = await importTemplates(ctx, { ...options, visibility: 'private', templates: [portable] })
      if (mine?.ok !== true) throw new Error('It was not imported')
      await expect(updateTemplate(ctx, { id: mine.id, visibility: 'unlisted' })).rejects.toMatchObject(refused)
      await updateTemplate(ctx, { id: mine.id, title: 'Another' })
      await setPreferences(ctx, { preferences: { checker: { off: ['placeholder-left'] } } })
      expect(await updateTemplate(ctx, { id: mine.id, visibility: 'unlisted' })).toMatchObject({ visibility: 'unlisted' })
    })

    it('where an old version is restored that was imported with errors, and where a fork of it is shared', async () => {
      const ctx = ctxOf(world(), await buildUser(world()))
      const versions = [version, { ...version, number: 2, content: 'You greet guests.' }]
      const imported = { ...importOptionsSchema.parse({}), visibility: 'private' as const }
      const [mine] = await importTemplates(ctx, { ...imported, templates: [{ ...portable, versions }] })
      if (mine?.ok !== true) throw new Error('It was not imported')
      await updateTemplate(ctx, { id: mine.id, visibility: 'public' })
      await expect(restoreTemplateVersion(ctx, { templateId: mine.id, number: 1, basedOn: 2 })).rejects.toMatchObject(refused)
      expect(await restoreTemplateVersion(ctx, { templateId: mine.id, number: 2, basedOn: 2 })).toMatchObject({ number: 3 })
      const other = ctxOf(world(), await buildUser(world()))
      const { id } = await forkTemplate(other, { id: mine.id, number: 1 })
      await expect(updateTemplate(other, { id, visibility: 'public' })).rejects.toMatchObject(refused)
    })

    it('where older versions hold secrets, which others would read with it', async () => {
      const ctx = ctxOf(world(), await buildUser(world()))
      const leak = { ...version, content: `Use ghp_${'a1B2c3D4e5'.repeat(3)}abcdef.` }
      const clean = { ...version, content: 'You greet guests.' }
      const versions = [leak, clean, leak, clean].map((one, index) => Object.assign({}, one, { number: index + 1 }))
      const imported = { ...importOptionsSchema.parse({}), visibility: 'private' as const }
      const [mine] = await importTemplates(ctx, { ...imported, templates: [{ ...portable, versions }] })
      if (mine?.ok !== true) throw new Error('It was not imported')
      for (const visibility of ['public', 'unlisted'] as const) {
        await expect(updateTemplate(ctx, { id: mine.id, visibility })).rejects.toMatchObject({
          code: 'VALIDATION',
          message: expect.stringMatching(/^Versions 1 and 3 hold what looks like a secret/),
        })
      }
      const { id } = await forkTemplate(ctx, { id: mine.id })
      expect(await updateTemplate(ctx, { id, visibility: 'public' })).toMatchObject({ visibility: 'public' })
      await setPreferences(ctx, { preferences: { checker: { off: ['secret'] } } })
      expect(await updateTemplate(ctx, { id: mine.id, visibility: 'public' })).toMatchObject({ visibility: 'public' })
    })

    it('for a variable that needs a value and has an empty default', async () => {
      const ctx = ctxOf(world(), await buildUser(world()))
      const town = { name: 'town', type: 'text' as const, required: true, source: 'author' as const, sensitive: false }
      const make = (more: { default?: string }) =>
        createTemplate(ctx, { ...said, ...text, content: 'You greet guests of {{ town }}.', variables: [{ ...town, ...more }] })
      await expect(make({ default: '' })).rejects.toMatchObject({
        code: 'VALIDATION',
        message: expect.stringContaining('Line 1 (var-required-empty): "town"'),
      })
      expect((await make({})).slug).toMatch(/^greeter/)
    })
  })
})
