import { limits, type listReviewsSchema, type TemplateReview } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { TemplateRating } from '../models/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor, type Page } from '../pages.ts'
import { findTemplate, peopleById } from '../templates/index.ts'

/** What people wrote about a template, the newest first; stars without words stand in the summary alone. @throws AppError NOT_FOUND */
export async function listReviews(
  ctx: Ctx,
  { templateId, cursor }: z.infer<typeof listReviewsSchema>,
): Promise<Page<TemplateReview>> {
  const { template } = await findTemplate(ctx, { id: templateId })
  const query = TemplateRating.with(ctx)
    .where({ templateId: template.id })
    .whereNotNull('review')
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limits.page + 1)
  onlyAfter(ctx, query, ['createdAt', 'id'], readCursor(cursor, instantPlace))
  const page = cutPage(await query, limits.page, ({ createdAt, id }) => [createdAt, id])
  const people = await peopleById(
    ctx,
    page.items.map(({ userId }) => userId),
  )
  const items = page.items.flatMap(({ id, userId, rating, review, createdAt, updatedAt }) => {
    const author = people.get(userId)
    return author && review !== null ? [{ id, author, rating, review, createdAt, updatedAt }] : []
  })
  return { ...page, items }
}
