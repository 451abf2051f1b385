import { limits, type OwnActivity } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { cutPage, instant, onlyAfter, readCursor, type Page } from '../pages.ts'
import { newestFirst } from './selectActivity.ts'

const placeSchema = z.tuple([instant, z.int().min(0)])
const columns = ['sequence', 'id', 'actorId', 'action', 'entityType', 'entityId', 'changes', 'createdAt'] as const

type Row = {
  sequence: number | string
  id: string
  actorId: string | null
  action: string
  entityType: string
  entityId: string | null
  /** SQLite hands out JSON as text. */
  changes: OwnActivity['changes'] | string
  createdAt: Date | number
}

/** Who moderates or administers, or did, acts for the server and is not named, unless they are one of `known`. */
type Known = { known: ReadonlySet<string> }

/** A page of what happened to a conversation or template and to what is part of it, the newest first. Who asks is judged before. */
export async function readOwnActivity(
  ctx: Ctx,
  { wholeId, cursor, known }: { wholeId: string; cursor: string | undefined } & Known,
): Promise<Page<OwnActivity>> {
  const query = ctx
    .db('audit_logs')
    .where({ wholeId })
    .orderBy(newestFirst)
    .limit(limits.page + 1)
    .select<Row[]>(columns)
  onlyAfter(ctx, query, ['createdAt', 'sequence'], readCursor(cursor, placeSchema))
  const page = cutPage(await query, limits.page, ({ createdAt, sequence }) => [readInstant(createdAt), Number(sequence)])
  const doers = await doersOf(ctx, page.items, { known })
  return { ...page, items: page.items.map((row) => present(row, doers)) }
}

type Doers = ReadonlyMap<string | null, OwnActivity['by']>

async function doersOf(ctx: Ctx, rows: readonly Row[], { known }: Known): Promise<Doers> {
  const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const people = await ctx
    .db('users')
    .whereIn('id', ids)
    .select<{ id: string; name: string; role: string }[]>('id', 'name', 'role')
  const others = people.filter(({ id }) => !known.has(id))
  const staff = new Set(others.filter(({ role }) => role === 'admin' || role === 'moderator').map(({ id }) => id))
  for (const id of await onceOfOtherRole(ctx, others)) staff.add(id)
  return new Map(people.map(({ id, name }) => [id, staff.has(id) ? { kind: 'staff' } : { kind: 'person', id, name }]))
}

/** The audit tells it for as long as it tells what they did: their role was changed later, or went with their name. */
async function onceOfOtherRole(ctx: Ctx, people: readonly { id: string }[]): Promise<string[]> {
  const ids = people.map(({ id }) => id)
  const query = ctx
    .db('audit_logs')
    .where({ entityType: 'users' })
    .whereIn('entityId', ids)
    .whereIn('action', ['update', 'delete'])
  void query.whereRaw('cast(changes as char) like ?', ['%"role"%'])
  void query.where((either) => {
    for (const role of ['admin', 'moderator']) void either.orWhereRaw('cast(changes as char) like ?', [`%"${role}"%`])
  })
  return query.distinct().pluck('entity_id')
}

function present({ sequence, id, actorId, action, entityType, entityId, changes, createdAt }: Row, doers: Doers): OwnActivity {
  return {
    id,
    sequence: Number(sequence),
    at: readInstant(createdAt),
    by: doers.get(actorId) ?? { kind: 'server' },
    action,
    entity: { type: entityType, id: entityId },
    changes: typeof changes === 'string' ? JSON.parse(changes) : changes,
  }
}
