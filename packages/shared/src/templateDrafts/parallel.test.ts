import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { beginTemplate, getTemplate, saveTemplateVersion, updateTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { getTemplateDraft, publishTemplateDraft, saveTemplateDraft } from './index.ts'

const many = 100
const each = Array.from({ length: many }, (_, index) => index + 1)
const plain = { variables: [], settings: {} }

/** What went well, and what the others were refused with, each of them told what to do. */
function outcome<T>(results: readonly PromiseSettledResult<T>[]): T[] {
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    expect(result.reason).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/save again|save yours again/) })
  }
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

onEachDatabase('at the same moment', (world) => {
  const numbersOf = (templateId: string) =>
    world().database.knex('template_versions').where({ templateId }).orderBy('number').pluck('number')

  it('100 pages save on the same revision: one is kept whole, and 99 are told', { timeout: 60_000 }, async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    let revision = 0
    // Once where there is no draft yet, once where there is one.
    for (const round of ['first', 'second']) {
      const save = (page: number) =>
        saveTemplateDraft(ctx, { templateId, ...plain, content: `The ${round} of ${page}`, basedOn: 1, revision })
      const done = outcome(await Promise.allSettled(each.map(save)))
      expect(done).toHaveLength(1)
      revision = done[0]?.revision ?? 0
      expect(await getTemplateDraft(ctx, { templateId })).toMatchObject({ revision, content: expect.stringContaining(round) })
    }
    expect(await world().database.knex('template_drafts').where({ templateId })).toHaveLength(1)
  })

  it('a draft is published 100 times: it becomes one version', { timeout: 60_000 }, async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    const { id: templateId } = await beginTemplate(ctx, {})
    const typed = { templateId, ...plain, content: 'The first', basedOn: 0, revision: 0 }
    const { revision } = await saveTemplateDraft(ctx, typed)
    const publish = () => publishTemplateDraft(ctx, { templateId, revision, message: '' })
    const done = outcome(await Promise.allSettled(each.map(publish)))
    expect(done).toMatchObject([{ number: 1 }])
    expect(await numbersOf(templateId)).toEqual([1])
  })

  it('a draft is published while versions are saved on the same one: one of all is the next', { timeout: 60_000 }, async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    const typed = { templateId, ...plain, content: 'Typed', basedOn: 1, revision: 0 }
    const { revision } = await saveTemplateDraft(ctx, typed)
    const publish = () => publishTemplateDraft(ctx, { templateId, revision, message: '' })
    const save = () => saveTemplateVersion(ctx, { templateId, ...plain, content: 'Saved', basedOn: 1, message: '' })
    const done = outcome(await Promise.allSettled(each.map((turn) => (turn % 2 === 0 ? publish() : save()))))
    expect(done).toMatchObject([{ number: 2 }])
    expect(await numbersOf(templateId)).toEqual([1, 2])
  })

  it('20 templates of one title are published: each has an address of its own', { timeout: 60_000 }, async () => {
    const ctx = ctxOf(world(), await buildUser(world()))
    const title = 'The same title'
    const drafts = await Promise.all(
      each.slice(0, 20).map(async (number) => {
        const { id: templateId } = await beginTemplate(ctx, { title: `Begun ${number}` })
        await updateTemplate(ctx, { id: templateId, title })
        const typed = { templateId, ...plain, content: 'Words', basedOn: 0, revision: 0 }
        return { templateId, message: '', revision: (await saveTemplateDraft(ctx, typed)).revision }
      }),
    )
    const published = await Promise.all(drafts.map((draft) => publishTemplateDraft(ctx, draft)))
    const slugs = published.map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(drafts.length)
    for (const slug of slugs) expect(slug).toMatch(/^the-same-title(-\d+)?$/)
  })

  it('4 pages publish 25 drafts each: 100 versions, without gap or double', { timeout: 120_000 }, async () => {
    const { id: templateId, owner } = await buildTemplate(world())
    const ctx = ctxOf(world(), owner)
    const numbers: number[] = []
    const write = async (page: number) => {
      for (let turn = 1; turn <= 25; turn++) numbers.push(await publishAtLast(ctx, templateId, `Page ${page}, ${turn}`))
    }
    await Promise.all(each.slice(0, 4).map(write))
    const expected = each.map((number) => number + 1)
    expect(numbers.toSorted((one, other) => one - other)).toEqual(expected)
    expect(await numbersOf(templateId)).toEqual([1, ...expected])
    const contents = await world().database.knex('template_versions').where({ templateId }).pluck('content')
    expect(new Set(contents).size).toBe(many + 1)
    expect(await getTemplate(ctx, { id: templateId })).toMatchObject({ latestNumber: many + 1, hasDraft: false })
  })
})

/** Writes and publishes, again from what is there then where another page was faster. Answers the number. */
async function publishAtLast(ctx: Ctx, templateId: string, content: string): Promise<number> {
  for (let mine = 0; ;) {
    try {
      const { revision } = await getTemplateDraft(ctx, { templateId })
      // What another page is about to publish is left to it.
      if (revision !== 0 && revision !== mine) throw new AppError('CONFLICT')
      const { latestNumber: basedOn } = await getTemplate(ctx, { id: templateId })
      mine = (await saveTemplateDraft(ctx, { templateId, ...plain, content, basedOn, revision })).revision
      return (await publishTemplateDraft(ctx, { templateId, revision: mine, message: '' })).number
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error
      await sleep(Math.random() * 50)
    }
  }
}
