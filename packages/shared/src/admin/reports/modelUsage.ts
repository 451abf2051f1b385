import type { ReportRow } from '@prologue/contracts'
import { z } from 'zod'
import { cutPage, readCursor, type Page } from '../../pages.ts'
import { onlyDays } from './dayRange.ts'
import { numberOf, onlyAfterOfDay, textOf, type PageRequest, type Row, type Source } from './page.ts'

const columns = ['day', 'provider', 'model'] as const
const placeSchema = z.tuple([z.iso.date(), z.string(), z.string()])

/** What each model did a day, the latest day first. */
export async function modelUsage({ db }: Source, request: PageRequest): Promise<Page<ReportRow<'model-usage'>>> {
  const query = db('model_usage').orderBy(columns.map((column) => ({ column, order: 'desc' })))
  onlyDays(query, 'day', request)
  const place = readCursor(request.cursor, placeSchema)
  onlyAfterOfDay(query, columns, place)
  const rows: Row[] = await query.limit(request.limit + 1)
  return cutPage(rows.map(present), request.limit, ({ day, provider, model }) => [day, provider, model])
}

function present(row: Row): ReportRow<'model-usage'> {
  return {
    day: textOf(row, 'day'),
    provider: textOf(row, 'provider'),
    model: textOf(row, 'model'),
    prompts: numberOf(row, 'prompts'),
    failed: numberOf(row, 'failed'),
    tokensIn: numberOf(row, 'tokensIn'),
    tokensOut: numberOf(row, 'tokensOut'),
    costMicroUsd: numberOf(row, 'costMicroUsd'),
    costUnknown: numberOf(row, 'costUnknown'),
    responseTimeAverageMs: numberOf(row, 'responseTimeAverageMs'),
  }
}
