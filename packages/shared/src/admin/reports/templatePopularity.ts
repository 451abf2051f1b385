import { AppError, templateVisibilitySchema, type ReportRow } from '@prologue/contracts'
import { cutPage, numberPlace, onlyAfter, readCursor, type Page } from '../../pages.ts'
import { firstOfEach } from './firstOfEach.ts'
import { instantOf, numberOf, orNull, rowsById, textOf, type PageRequest, type Row, type Source } from './page.ts'

type Place = { id: string; usageCount: number }

const columns = ['usageCount', 'id'] as const
/**
 * All templates, the most used first.
 * @throws AppError VALIDATION where days are asked for: what is sorted is the use of all times.
 */
export async function templatePopularity(source: Source, request: PageRequest): Promise<Page<ReportRow<'template-popularity'>>> {
  const { db } = source
  if (request.from !== undefined || request.to !== undefined) {
    throw new AppError('VALIDATION', 'The popularity of templates is of all times. Leave out the days.')
  }
  const limit = request.limit + 1
  const place = readCursor(request.cursor, numberPlace)
  const ofVisibility = (visibility: string) => {
    const query = db('templates')
      .where({ visibility })
      .whereNull('deletedAt')
      .select(...columns)
      .limit(limit)
    onlyAfter(source, query, columns, place)
    return query.orderBy(columns.map((column) => ({ column, order: 'desc' })))
  }
  const rows = await firstOfEach<Place>(db, templateVisibilitySchema.options, ofVisibility, { columns, limit })
  const places = cutPage(rows, request.limit, ({ id, usageCount }) => [usageCount, id])
  const ids = places.items.map(({ id }) => id)
  return { ...places, items: (await rowsById(db, 'template_popularity', ids)).map(present) }
}

function present(row: Row): ReportRow<'template-popularity'> {
  return {
    id: textOf(row, 'id'),
    slug: textOf(row, 'slug'),
    title: textOf(row, 'title'),
    category: textOf(row, 'category'),
    visibility: templateVisibilitySchema.parse(row['visibility']),
    ownerName: orNull(textOf, row, 'ownerName'),
    ratingCount: numberOf(row, 'ratingCount'),
    ratingAverage: orNull(numberOf, row, 'ratingAverage'),
    usageCount: numberOf(row, 'usageCount'),
    recentUses: numberOf(row, 'recentUses'),
    lastUsedAt: orNull(instantOf, row, 'lastUsedAt'),
  }
}
