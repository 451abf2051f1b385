import { browseLibrarySchema, libraryFilterSchema, type LibraryScope, type TemplateVisibility } from '@prologue/contracts'
import { beforeAll, expect, it } from 'vitest'
import { withTransaction, type Ctx } from '../context.ts'
import { Template, TemplateFavourite, type User } from '../models/index.ts'
import { buildOrganization, buildTemplate, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { browseLibrary, countFacets } from './index.ts'

type People = Record<'owner' | 'member' | 'stranger' | 'admin' | 'gone', User>

const tag = 'only of these'

/** Whatever is asked for finds the same. */
const ways = [
  {},
  { tags: [tag] },
  { tags: [tag], category: 'language' },
  { tags: [tag], text: 'cormorant' },
  { text: 'corm', prefix: true, family: 'gemini' },
] as const

/** One of each state, all alike in what they are found by; each person keeps all among their favourites. */
async function build(world: World): Promise<{ people: People; names: Map<string, string> }> {
  const [owner, member, stranger, gone] = await Promise.all(Array.from({ length: 4 }, () => buildUser(world)))
  const admin = await buildUser(world, { role: 'admin' })
  if (!owner || !member || !stranger || !gone) throw new Error('Four people were expected')
  const organizationId = await buildOrganization(world, [member])
  const { knex } = world.database
  const names = new Map<string, string>()
  const add = async (name: string, by: User, state: object) => {
    const { id } = await buildTemplate(world, { owner: by, title: 'Cormorant', category: 'language', tags: [tag] })
    await withTransaction(ctxOf(world), async (tx) => {
      await Template.with(tx).findById(id).patch({ family: 'gemini' })
      for (const user of [owner, member, stranger, admin, gone]) {
        await TemplateFavourite.with(tx).insert({ templateId: id, userId: user.id })
      }
    })
    await knex('templates').where({ id }).update(state)
    names.set(id, name)
  }
  const open: TemplateVisibility[] = ['public', 'unlisted', 'private']
  for (const visibility of open) await add(visibility, owner, { visibility })
  await add('organization', owner, { visibility: 'organization', organizationId })
  await add('unpublished', owner, { visibility: 'private', latestNumber: 0 })
  // No way leads there, and yet nobody would see it.
  await add('unpublished in public', owner, { latestNumber: 0 })
  await add('deleted', owner, { deletedAt: new Date() })
  await add('of somebody gone', gone, { visibility: 'public' })
  await knex('users').where({ id: gone.id }).update({ deletedAt: new Date() })
  return { people: { owner, member, stranger, admin, gone }, names }
}

onEachDatabase('the library', (world) => {
  let people: People
  let names: Map<string, string>

  beforeAll(async () => {
    const built = await build(world())
    people = built.people
    names = built.names
  })

  async function found(ctx: Ctx, scope: LibraryScope, more: object): Promise<string[]> {
    const input = browseLibrarySchema.parse({ scope, authorId: people.owner.id, ...more })
    const { items } = await browseLibrary(ctx, input)
    return items.map(({ template }) => names.get(template.id) ?? 'another').toSorted()
  }

  /** What is found and counted, whichever way it is asked for; each different answer once. */
  async function seen(ctx: Ctx, scope: LibraryScope): Promise<string[][]> {
    const answers = new Map<string, string[]>()
    for (const way of ways) {
      const facets = await countFacets(ctx, libraryFilterSchema.parse({ scope, authorId: people.owner.id, ...way }))
      const counts = [facets.categories, facets.tags, facets.families].map((kind) => kind.map(({ count }) => count))
      for (const sort of ['relevance', 'newest'] as const) {
        const shown = await found(ctx, scope, { ...way, sort })
        const expected = shown.length === 0 ? [] : [shown.length]
        const isCounted = facets.found === shown.length && counts.every((kind) => kind.join() === expected.join())
        const answer = isCounted ? shown : [...shown, `counted as ${facets.found}, ${JSON.stringify(counts)}`]
        answers.set(JSON.stringify(answer), answer)
      }
    }
    return [...answers.values()]
  }

  it.each([
    ['nobody has counted', []],
    ['all words are said to be everywhere', ['', 'cormorant']],
  ])('shows everybody what is public and published, and nothing else, by no filter and in no count (%s)', async (_, words) => {
    const { knex } = world().database
    await knex('search_words').delete()
    for (const word of words) await knex('search_words').insert({ kind: 'templates', word, rowCount: 1_000_000 })
    for (const reader of [undefined, ...Object.values(people)])
      expect(await seen(ctxOf(world(), reader), 'public')).toEqual([['public']])
    // Also not by asking for those of the account that is gone.
    const { id: authorId } = people.gone
    for (const way of ways) expect(await found(ctxOf(world()), 'public', { ...way, authorId })).toEqual([])
    expect(await countFacets(ctxOf(world()), libraryFilterSchema.parse({ authorId }))).toMatchObject({ found: 0, tags: [] })
  })

  it('shows one’s own whatever they are, apart from what one has deleted', async () => {
    const own = ['organization', 'private', 'public', 'unlisted', 'unpublished', 'unpublished in public']
    expect(await seen(ctxOf(world(), people.owner), 'mine')).toEqual([own])
    expect(await seen(ctxOf(world(), people.owner), 'deleted')).toEqual([['deleted']])
    for (const reader of [people.member, people.stranger, people.admin]) {
      expect(await seen(ctxOf(world(), reader), 'mine')).toEqual([[]])
      expect(await seen(ctxOf(world(), reader), 'deleted')).toEqual([[]])
    }
  })

  it('shows of one’s favourites those that one may still read', async () => {
    expect(await seen(ctxOf(world(), people.stranger), 'favourites')).toEqual([['public', 'unlisted']])
    expect(await seen(ctxOf(world(), people.admin), 'favourites')).toEqual([['public', 'unlisted']])
    expect(await seen(ctxOf(world(), people.member), 'favourites')).toEqual([['organization', 'public', 'unlisted']])
    const own = ['organization', 'private', 'public', 'unlisted', 'unpublished', 'unpublished in public']
    expect(await seen(ctxOf(world(), people.owner), 'favourites')).toEqual([own])
  })

  it('shows nothing of one’s own to who is not signed in', async () => {
    for (const scope of ['mine', 'favourites', 'deleted'] as const) {
      await expect(found(ctxOf(world()), scope, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
      const counting = countFacets(ctxOf(world()), libraryFilterSchema.parse({ scope }))
      await expect(counting).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })
})
