import { limits, type Alert, type listAlertsSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { Alert as AlertModel } from '../models/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor, type Page } from '../pages.ts'
import { authorize } from '../policies/index.ts'
import { peopleById } from '../templates/index.ts'

/** A page of alerts, the newest first. @throws AppError FORBIDDEN for all but administrators */
export async function listAlerts(ctx: Ctx, { acknowledged, cursor }: z.infer<typeof listAlertsSchema>): Promise<Page<Alert>> {
  authorize(ctx.actor, 'admin:read-activity')
  const query = AlertModel.query(ctx.db)
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limits.page + 1)
  void (acknowledged ? query.whereNotNull('acknowledgedAt') : query.whereNull('acknowledgedAt'))
  onlyAfter(ctx, query, ['createdAt', 'id'], readCursor(cursor, instantPlace))
  const page = cutPage(await query, limits.page, ({ createdAt, id }) => [createdAt, id])
  const people = await peopleById(
    ctx,
    page.items.flatMap(({ actorId, acknowledgedBy }) => [actorId, acknowledgedBy]),
  )
  const items = page.items.map(({ id, kind, actorId, count, firstAt, lastAt, acknowledgedAt, acknowledgedBy }) => ({
    id,
    kind,
    actor: people.get(actorId) ?? null,
    count,
    firstAt,
    lastAt,
    acknowledged: acknowledgedAt && { by: people.get(acknowledgedBy) ?? null, at: acknowledgedAt },
  }))
  return { ...page, items }
}
