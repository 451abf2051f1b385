import { conversationStatusSchema, type ReportRow } from '@prologue/contracts'
import { readInstant } from '../../database/index.ts'
import { cutPage, instantPlace, onlyAfter, readCursor, type Page } from '../../pages.ts'
import { onlyInstants } from './dayRange.ts'
import { firstOfEach } from './firstOfEach.ts'
import { instantOf, numberOf, rowsById, textOf, type PageRequest, type Row, type Source } from './page.ts'

type Place = { id: string; lastActivityAt: Date | number }

const columns = ['lastActivityAt', 'id'] as const
/** All conversations, the latest activity first. */
export async function conversationOverview(
  source: Source,
  request: PageRequest,
): Promise<Page<ReportRow<'conversation-overview'>>> {
  const { db } = source
  const limit = request.limit + 1
  const place = readCursor(request.cursor, instantPlace)
  const ofStatus = (status: string) => {
    const query = db('conversations')
      .where({ status })
      .whereNull('deletedAt')
      .select(...columns)
      .limit(limit)
    onlyInstants(query, 'lastActivityAt', request)
    onlyAfter(source, query, columns, place)
    return query.orderBy(columns.map((column) => ({ column, order: 'desc' })))
  }
  const rows = await firstOfEach<Place>(db, conversationStatusSchema.options, ofStatus, { columns, limit })
  const places = cutPage(rows, request.limit, ({ id, lastActivityAt }) => [readInstant(lastActivityAt), id])
  const ids = places.items.map(({ id }) => id)
  return { ...places, items: (await rowsById(db, 'conversation_overview', ids)).map(present) }
}

function present(row: Row): ReportRow<'conversation-overview'> {
  return {
    id: textOf(row, 'id'),
    title: textOf(row, 'title'),
    status: conversationStatusSchema.parse(row['status']),
    ownerName: textOf(row, 'ownerName'),
    participants: numberOf(row, 'participants'),
    promptCount: numberOf(row, 'promptCount'),
    tokensIn: numberOf(row, 'tokensIn'),
    tokensOut: numberOf(row, 'tokensOut'),
    costMicroUsd: numberOf(row, 'costMicroUsd'),
    createdAt: instantOf(row, 'createdAt'),
    lastActivityAt: instantOf(row, 'lastActivityAt'),
  }
}
