import { userRoleSchema, type ReportRow } from '@prologue/contracts'
import { readInstant } from '../../database/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor, type Page } from '../../pages.ts'
import { onlyInstants } from './dayRange.ts'
import { instantOf, numberOf, orNull, rowsById, textOf, type PageRequest, type Row, type Source } from './page.ts'

type Place = { id: string; createdAt: Date | number }

/** What each account has done, the newest account first. */
export async function userActivity(source: Source, request: PageRequest): Promise<Page<ReportRow<'user-activity'>>> {
  const { db } = source
  const query = db('users')
    .whereNull('deletedAt')
    .whereNot('role', 'guest')
    // MySQL would else find nearly all accounts as those that are not deleted, and put them in order.
    .hintComment('INDEX(users users_created_at_id_index)')
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
  onlyInstants(query, 'createdAt', request)
  const place = readCursor(request.cursor, instantPlace)
  onlyAfter(source, query, ['createdAt', 'id'], place)
  const rows = await query.limit(request.limit + 1).select<Place[]>('id', 'createdAt')
  const places = cutPage(rows, request.limit, ({ id, createdAt }) => [readInstant(createdAt), id])
  const ids = places.items.map(({ id }) => id)
  return { ...places, items: (await rowsById(db, 'user_activity', ids)).map(present) }
}

function present(row: Row): ReportRow<'user-activity'> {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    role: userRoleSchema.parse(row['role']),
    createdAt: instantOf(row, 'createdAt'),
    lastSeenAt: orNull(instantOf, row, 'lastSeenAt'),
    conversations: numberOf(row, 'conversations'),
    prompts: numberOf(row, 'prompts'),
    costMicroUsd: numberOf(row, 'costMicroUsd'),
    templates: numberOf(row, 'templates'),
  }
}
