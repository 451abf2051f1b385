import { AppError, limits, type exportTemplatesSchema } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { recordEvent, Template } from '../models/index.ts'
import { instantPlace, onlyBefore, readCursor, writeCursor } from '../pages.ts'
import { ownTemplates, publicTemplates, readableTemplates, signedIn } from '../policies/index.ts'
import { fillPage, type Exported } from './fillPage.ts'

/** `unpublished` are the titles of those that have nothing to export yet. */
export type ExportPage = { items: Exported[]; unpublished: string[]; nextCursor: string | null }

const donePlace = z.tuple([z.int().min(0)])

/**
 * Templates as files carry them, page by page: those of the ids, or all of the actor's own, the oldest first. The audit tells of each page.
 * @throws AppError NOT_FOUND where one of the ids is of none that the actor may read
 */
export async function exportTemplates(ctx: Ctx, { ids, cursor }: z.infer<typeof exportTemplatesSchema>): Promise<ExportPage> {
  if (ids === undefined) return exportAll(ctx, { ownerId: signedIn(ctx.actor).userId, cursor })
  const [done] = readCursor(cursor, donePlace) ?? [0]
  const query = ctx.db('templates').whereIn('templates.id', ids)
  readableTemplates(query, ctx.actor)
  const readable = new Set(await query.pluck<string[]>('templates.id'))
  if (ids.some((id) => !readable.has(id))) throw new AppError('NOT_FOUND')
  const found = await Template.with(ctx).findByIds(ids)
  const wanted = ids.flatMap((id) => found.find((template) => template.id === id) ?? []).slice(done)
  const { taken, ...page } = await takePage(ctx, wanted)
  await recordExport(ctx, { of: 'chosen', rows: taken })
  return { ...page, nextCursor: taken < wanted.length ? writeCursor([done + taken]) : null }
}

type Everything = { ownerId: string | null; slugs?: readonly string[]; cursor: string | undefined }

/**
 * Everything of one owner, or everything public where none is given; of that what has one of the slugs, where there are some. The audit tells of
 * each page.
 * @throws AppError NOT_FOUND that names a slug none of them has
 */
export async function exportAll(ctx: Ctx, { ownerId, slugs = [], cursor }: Everything): Promise<ExportPage> {
  const place = readCursor(cursor, instantPlace)
  const query = ctx.db('templates')
  if (ownerId === null) publicTemplates(query)
  else ownTemplates(query, ownerId)
  if (slugs.length > 0) {
    void query.whereIn('templates.slug', slugs)
    const known = await query.clone().pluck<string[]>('templates.slug')
    const missing = slugs.find((slug) => !known.includes(slug))
    if (missing !== undefined) throw new AppError('NOT_FOUND', `There is no template ${missing} among them.`)
  }
  if (place) onlyBefore(ctx, query, ['templates.created_at', 'templates.id'], place)
  const ids = await query
    .orderBy(['templates.createdAt', 'templates.id'])
    .limit(limits.page + 1)
    .pluck<string[]>('templates.id')
  const found = await Template.with(ctx).findByIds(ids.slice(0, limits.page)).orderBy(['createdAt', 'id'])
  const { taken, ...page } = await takePage(ctx, found)
  await recordExport(ctx, { of: ownerId === null ? 'public' : 'own', rows: taken })
  const last = found[taken - 1]
  const isMore = last !== undefined && (taken < found.length || ids.length > limits.page)
  return { ...page, nextCursor: isMore ? writeCursor([last.createdAt, last.id]) : null }
}

async function recordExport(ctx: Ctx, metadata: { of: 'chosen' | 'own' | 'public'; rows: number }): Promise<void> {
  await recordEvent(ctx, { action: 'export', entityType: 'templates', entityId: null, metadata })
}

/** The first of these templates that fit on a page; `taken` is how many they are with those that have nothing to export yet. */
async function takePage(ctx: Ctx, wanted: readonly Template[]): Promise<Omit<ExportPage, 'nextCursor'> & { taken: number }> {
  const published = wanted.filter(isPublished)
  const items = await fillPage(ctx, published)
  const last = wanted.findIndex(({ id }) => id === items.at(-1)?.id)
  const taken = items.length === published.length ? wanted.length : last + 1
  const unpublished = wanted.slice(0, taken).flatMap((template) => (isPublished(template) ? [] : [template.title]))
  return { items, unpublished, taken }
}

function isPublished({ latestNumber }: Template): boolean {
  return latestNumber > 0
}
