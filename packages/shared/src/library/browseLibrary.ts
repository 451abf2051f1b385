import { limits, type browseLibrarySchema, type TemplateHit } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { cutPage, noSuchPage, readCursor, type Page } from '../pages.ts'
import { placeSchema, presentTemplates, unranked } from '../search/index.ts'
import { findInLibrary } from './findInLibrary.ts'

/**
 * A page of the templates of a scope that have all that is asked for.
 * @throws AppError UNAUTHENTICATED for a scope of one's own, VALIDATION for a cursor of another list.
 */
export async function browseLibrary(ctx: Ctx, input: z.infer<typeof browseLibrarySchema>): Promise<Page<TemplateHit>> {
  const { sort, scope } = input
  const after = readCursor(input.cursor, placeSchema)
  // Without words, and where they were too common to rank by, the pages go on in the order the first one had.
  const known = !after || after.order === sort || (sort === 'relevance' && after.order === unranked)
  if (!known) throw noSuchPage()
  const wanted = { order: after?.order ?? sort, after, limit: limits.cards + 1 }
  const { hits, order, weights, words } = await findInLibrary(ctx, input, wanted)
  const page = cutPage(hits, limits.cards, ({ value, id }) => [order, weights, value, id])
  const ids = page.items.map(({ id }) => id)
  return { ...page, items: await presentTemplates(ctx, ids, words, { deleted: scope === 'deleted' }) }
}
