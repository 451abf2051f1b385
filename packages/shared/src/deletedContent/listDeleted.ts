import { limits, type DeletedItem, type listDeletedSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor, type Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { readSettings } from '../settings/index.ts'
import { peopleById } from '../templates/index.ts'

const tables = { conversation: 'conversations', template: 'templates' } as const
const day = 86_400_000

type Row = { id: string; ownerId: string | null; deletedAt: Date | number; title: string; visibility?: string }

/**
 * A page of what was deleted and can still be brought back, the latest first. What something is called is told only where everybody
 * could read it before.
 * @throws AppError FORBIDDEN for all but administrators
 */
export async function listDeleted(ctx: Ctx, { kind, cursor }: z.infer<typeof listDeletedSchema>): Promise<Page<DeletedItem>> {
  authorize(ctx.actor, 'admin:manage-content')
  const query = ctx
    .db(tables[kind])
    .whereNotNull('deletedAt')
    .orderBy([
      { column: 'deletedAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limits.page + 1)
    .select<Row[]>('id', 'ownerId', 'deletedAt', 'title', ...(kind === 'template' ? ['visibility'] : []))
  onlyAfter(ctx, query, ['deletedAt', 'id'], readCursor(cursor, instantPlace))
  const page = cutPage(await query, limits.page, ({ deletedAt, id }) => [readInstant(deletedAt), id])
  const people = await peopleById(
    ctx,
    page.items.map(({ ownerId }) => ownerId),
  )
  const { deletedDays } = await readSettings(ctx)
  const items = page.items.map(({ id, ownerId, deletedAt: deleted, title, visibility }): DeletedItem => {
    const deletedAt = readInstant(deleted)
    const purgedAfter = new Date(deletedAt.getTime() + deletedDays * day)
    return { id, kind, title: visibility === 'public' ? title : null, owner: people.get(ownerId) ?? null, deletedAt, purgedAfter }
  })
  return { ...page, items }
}
