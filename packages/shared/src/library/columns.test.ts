import { browseLibrarySchema, libraryScopes, templateSorts } from '@prologue/contracts'
import { beforeEach, expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { addFavourite } from '../favourites/index.ts'
import { search } from '../search/index.ts'
import { deleteTemplate } from '../templates/index.ts'
import { buildTemplate, buildUser, ctxOf, onEachDatabase } from '../testing/index.ts'
import { browseLibrary, countFacets, fitTemplates } from './index.ts'

/** What a text may be megabytes of, also where every column is asked for. */
const large = /\b(?:content|metadata|template_versions)\b|select \*|\.\*/

onEachDatabase('a list or a card of templates', (world) => {
  let ctx: Ctx
  let ran: string[] = []

  beforeEach(async () => {
    const owner = await buildUser(world())
    ctx = ctxOf(world(), owner)
    await buildTemplate(world(), { owner, title: 'Tern of the sea', tags: ['sea'] })
    const gone = await buildTemplate(world(), { owner, title: 'Tern that is gone' })
    await deleteTemplate(ctx, { id: gone.id })
    const liked = await buildTemplate(world(), { title: 'Tern of the coast' })
    await addFavourite(ctx, { templateId: liked.id })
    ran = []
    world().database.knex.on('query', ({ sql }: { sql: string }) => ran.push(sql))
  })

  const tooMuch = () => ran.filter((sql) => large.test(sql))

  it.each(libraryScopes)('reads no text of a version and nothing kept of a file: %s', async (scope) => {
    const asked = [{}, { text: 'tern' }, { text: 'te', prefix: true }, { tags: ['sea'] }, { category: 'writing' }]
    for (const filter of asked) {
      for (const sort of ['relevance', ...templateSorts]) {
        await browseLibrary(ctx, browseLibrarySchema.parse({ scope, sort, ...filter }))
      }
      await countFacets(ctx, browseLibrarySchema.parse({ scope, ...filter }))
    }
    const { items } = await browseLibrary(ctx, browseLibrarySchema.parse({ scope }))
    expect([items.length > 0, ran.length > 0, tooMuch()]).toEqual([true, true, []])
  })

  it('reads none where they are searched for, or fit what somebody writes', async () => {
    const { items } = await search(ctx, { kind: 'templates', text: 'tern', prefix: false, sort: 'relevance' })
    expect(items.length).toBeGreaterThan(0)
    const fitting = await fitTemplates(ctx, { text: 'Terns live by the coast, and a tern flies over the coast.' })
    expect(fitting.items.length).toBeGreaterThan(0)
    expect(tooMuch()).toEqual([])
  })
})
