import type { ReportRow } from '@prologue/contracts'
import type { Knex } from 'knex'
import { z } from 'zod'
import { cutPage, readCursor, type Page } from '../../pages.ts'
import { onlyDays } from './dayRange.ts'
import { numberOf, onlyAfterOfDay, textOf, type PageRequest, type Row, type Source } from './page.ts'

const columns = ['day', 'action', 'entityType'] as const
const order = columns.map((column) => ({ column, order: 'desc' as const }))
const placeSchema = z.tuple([z.iso.date(), z.string(), z.string()])

/** How much of what was done a day, the latest day first. */
export async function auditVolume({ db }: Source, request: PageRequest): Promise<Page<ReportRow<'audit-volume'>>> {
  const place = readCursor(request.cursor, placeSchema)
  const asked = (query: Knex.QueryBuilder): Knex.QueryBuilder => {
    onlyDays(query, 'day', request)
    onlyAfterOfDay(query, columns, place)
    return query.orderBy(order)
  }
  // The view adds up every day it is not kept from. The days of a whole page are there, found in the key of what is counted.
  const last = await asked(db('audit_daily').select('day')).offset(request.limit).first<{ day: string } | undefined>()
  const query = asked(db('audit_volume').select())
  if (last) void query.where('day', '>=', last.day)
  const rows: Row[] = await query.limit(request.limit + 1)
  return cutPage(rows.map(present), request.limit, ({ day, action, entityType }) => [day, action, entityType])
}

function present(row: Row): ReportRow<'audit-volume'> {
  return {
    day: textOf(row, 'day'),
    action: textOf(row, 'action'),
    entityType: textOf(row, 'entityType'),
    entries: numberOf(row, 'entries'),
  }
}
