import { browseLibrarySchema } from '@prologue/contracts'
import { expect, it } from 'vitest'
import { updateTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { browseLibrary } from './index.ts'

onEachDatabase('the newest templates', (world) => {
  it('are those that others could read last for the first time, whenever they were begun', async () => {
    const owner = await buildUser(world())
    let now = Date.parse('2026-11-20T00:00:00Z')
    const ctx = { ...ctxOf(world(), owner), now: () => new Date((now += 60_000)) }
    const build = async (title: string, visibility: 'private' | 'public') =>
      (await buildTemplate(world(), { owner, title, visibility })).id
    const [early, late, plain] = [
      await build('Early', 'private'),
      await build('Late', 'private'),
      await build('Plain', 'private'),
    ]
    // As if all were begun one after the other, long before.
    for (const [index, id] of [early, late, plain].entries())
      await world()
        .database.knex('templates')
        .where({ id })
        .update({ createdAt: new Date(index) })
    const titles = async (scope: 'public' | 'mine') => {
      const input = browseLibrarySchema.parse({ sort: 'newest', scope, authorId: owner.id })
      return (await browseLibrary(ctx, input)).items.map(({ template }) => template.title)
    }
    expect(await titles('mine')).toEqual(['Plain', 'Late', 'Early'])
    await updateTemplate(ctx, { id: late, visibility: 'public' })
    await updateTemplate(ctx, { id: early, visibility: 'unlisted' })
    await updateTemplate(ctx, { id: early, visibility: 'public' })
    expect(await titles('public')).toEqual(['Early', 'Late'])
    expect(await titles('mine')).toEqual(['Early', 'Late', 'Plain'])
    // Nobody comes to the front by hiding and showing theirs.
    await updateTemplate(ctx, { id: late, visibility: 'private' })
    await updateTemplate(ctx, { id: late, visibility: 'public' })
    expect(await titles('public')).toEqual(['Early', 'Late'])
  })
})
