import { limits } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { deleteConversation, duplicateConversation, getConversation } from '../conversations/index.ts'
import { Draft } from '../models/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { beginTemplate, getTemplate, saveTemplateVersion, useTemplate } from './index.ts'

const text = { required: true, source: 'author' as const, sensitive: false }
const variables = [
  { ...text, name: 'product', label: 'Product', type: 'text' as const },
  { ...text, name: 'tone', type: 'enum' as const, options: ['kind', 'short'], default: 'kind' },
  { ...text, name: 'size', type: 'integer' as const, required: false },
]

onEachDatabase('a template that is used', (world) => {
  const person = async () => ctxOf(world(), await buildUser(world()))
  const conversationsOf = (ctx: ReturnType<typeof ctxOf>) =>
    world()
      .database.knex('conversations')
      .where({ ownerId: ctx.actor.kind === 'user' ? ctx.actor.userId : '' })
  const usesOf = (templateId: string) => world().database.knex('template_usage_daily').where({ templateId }).select('day', 'uses')

  async function draftOf(conversationId: string) {
    const draft = await Draft.query(world().database.knex).findOne({ conversationId }).throwIfNotFound()
    return world().services.drafts.read(draft.id)
  }

  it('makes a conversation with its text filled in, titled as it is', async () => {
    const { id } = await buildTemplate(world(), { title: 'Notes', content: 'For {{ product }}, {{ tone }}.', variables })
    const ctx = await person()
    const { conversationId } = await useTemplate(ctx, { id, number: 1, values: { product: '{{ tone }} & co' } })
    expect(await getConversation(ctx, { id: conversationId })).toMatchObject({ title: 'Notes', role: 'owner' })
    expect(await draftOf(conversationId)).toBe('For {{ tone }} & co, kind.')
  })

  it('takes the version that is named, and braces as they are where it declares no variables', async () => {
    const { id, owner } = await buildTemplate(world(), { content: 'A shell says ${x} and {{ y' })
    const next = { templateId: id, basedOn: 1, content: 'Two', variables: [], settings: {}, message: '' }
    await saveTemplateVersion(ctxOf(world(), owner), next)
    const ctx = await person()
    const first = await useTemplate(ctx, { id, number: 1, values: { x: 'dropped' } })
    expect(await draftOf(first.conversationId)).toBe('A shell says ${x} and {{ y')
    expect(await draftOf((await useTemplate(ctx, { id, number: 2, values: {} })).conversationId)).toBe('Two')
    await expect(useTemplate(ctx, { id, number: 3, values: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    [{}, 'Product: Fill this in.'],
    [{ product: 'A\nB' }, 'Product: Use one line.'],
    [{ product: 'A', tone: 'loud' }, 'tone: Choose one of the options.'],
    [{ product: 'A', size: '3' }, 'size: Use a whole number.'],
  ])('says which value is missing or does not fit, and makes nothing: %j', async (values, message) => {
    const { id } = await buildTemplate(world(), { content: '{{ product }} {{ tone }} {{ size }}', variables })
    const ctx = await person()
    await expect(useTemplate(ctx, { id, number: 1, values })).rejects.toMatchObject({ code: 'VALIDATION', message })
    expect(await conversationsOf(ctx)).toEqual([])
    expect(await usesOf(id)).toEqual([])
  })

  it('counts once for each conversation, on its day, whatever becomes of that', async () => {
    const { id, owner } = await buildTemplate(world())
    const ctx = { ...(await person()), now: () => new Date('2026-06-15T23:59:59.999Z') }
    const { conversationId } = await useTemplate(ctx, { id, number: 1, values: {} })
    await duplicateConversation(ctx, { id: conversationId })
    await deleteConversation(ctx, { id: conversationId })
    expect(await usesOf(id)).toEqual([{ day: '2026-06-15', uses: 1 }])
    const next = { ...ctx, now: () => new Date('2026-06-16T00:00:00.000Z') }
    await Promise.all(Array.from({ length: 20 }, () => useTemplate(next, { id, number: 1, values: {} })))
    expect(await usesOf(id)).toEqual([
      { day: '2026-06-15', uses: 1 },
      { day: '2026-06-16', uses: 20 },
    ])
    const before = await world().database.knex('templates').where({ id }).first('updatedAt', 'createdAt')
    expect(before.updatedAt).toEqual(before.createdAt)
    expect(await getTemplate(ctxOf(world(), owner), { id })).toMatchObject({ usageCount: 21 })
  })

  it('makes nothing of a text that is too large for a draft, and is counted for nothing', async () => {
    const long = { ...text, name: 'words', type: 'longtext' as const }
    const content = '{% for n in (1..30) %}{{ words }}{% endfor %}'
    const { id } = await buildTemplate(world(), { content, variables: [long] })
    const ctx = await person()
    const values = { words: 'é'.repeat(Math.ceil(limits.draftBytes / 50)) }
    await expect(useTemplate(ctx, { id, number: 1, values })).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect((await conversationsOf(ctx)).filter(({ deletedAt }) => deletedAt === null)).toEqual([])
    expect(await usesOf(id)).toEqual([])
  })

  it('is one that is published and that one may read, and one has an account', async () => {
    const hidden = await buildTemplate(world(), { visibility: 'private' })
    const { id } = await buildTemplate(world())
    const ctx = await person()
    const begun = await beginTemplate(ctx, {})
    for (const templateId of [hidden.id, begun.id]) {
      await expect(useTemplate(ctx, { id: templateId, number: 1, values: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    const guest = ctxOf(world(), await buildUser(world(), { role: 'guest' }))
    await expect(useTemplate(guest, { id, number: 1, values: {} })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(useTemplate(ctxOf(world()), { id, number: 1, values: {} })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
