import { limits, type browseLibrarySchema, type TemplateHit } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { cutPage, instantPlace, numberPlace, onlyAfter, readCursor, type Page } from '../pages.ts'
import { presentTemplates } from '../search/index.ts'
import { libraryRows } from './libraryRows.ts'

const sortKeys = {
  relevance: 'ratingScore',
  'best-rated': 'ratingScore',
  'most-used': 'usageCount',
  trending: 'trendingScore',
  newest: 'createdAt',
} as const

/**
 * A page of the templates of a scope that have all that is asked for.
 * @throws AppError UNAUTHENTICATED for a scope of one's own, VALIDATION for a cursor of another list.
 */
export async function browseLibrary(ctx: Ctx, input: z.infer<typeof browseLibrarySchema>): Promise<Page<TemplateHit>> {
  const { rows, terms } = libraryRows(ctx, input)
  const key = `templates.${sortKeys[input.sort]}` as const
  const place = input.sort === 'newest' ? readCursor(input.cursor, instantPlace) : readCursor(input.cursor, numberPlace)
  onlyAfter(ctx, rows, [key, 'templates.id'], place)
  const found = await rows
    .select<{ id: string; value: number | Date }[]>('templates.id', { value: key })
    .orderBy([
      { column: key, order: 'desc' },
      { column: 'templates.id', order: 'desc' },
    ])
    .limit(limits.page + 1)
  const page = cutPage(found, limits.page, ({ id, value }) => [Number(value), id])
  const ids = page.items.map(({ id }) => id)
  return { ...page, items: await presentTemplates(ctx, ids, terms, { deleted: input.scope === 'deleted' }) }
}
