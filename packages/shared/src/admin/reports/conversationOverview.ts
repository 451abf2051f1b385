import { conversationStatusSchema, type ReportRow } from '@prologue/contracts'
import { z } from 'zod'
import { readInstant } from '../../database/index.ts'
import { onlyInstants } from './dayRange.ts'
import { firstOfEach } from './firstOfEach.ts'
import {
  cut,
  instantOf,
  numberOf,
  onlyAfter,
  readKey,
  rowsById,
  textOf,
  type Page,
  type PageRequest,
  type Row,
  type Source,
} from './page.ts'

type Place = { id: string; lastActivityAt: Date | number }

const columns = ['lastActivityAt', 'id'] as const
const keySchema = z.tuple([z.number(), z.uuid()])

/** All conversations, the latest activity first. */
export async function conversationOverview(
  source: Source,
  request: PageRequest,
): Promise<Page<ReportRow<'conversation-overview'>>> {
  const { db } = source
  const limit = request.limit + 1
  const key = readKey(request.cursor, keySchema)
  const ofStatus = (status: string) => {
    const query = db('conversations')
      .where({ status })
      .whereNull('deletedAt')
      .select(...columns)
      .limit(limit)
    onlyInstants(query, 'lastActivityAt', request)
    if (key) onlyAfter(source, query, columns, [new Date(key[0]), key[1]])
    return query.orderBy(columns.map((column) => ({ column, order: 'desc' })))
  }
  const rows = await firstOfEach<Place>(db, conversationStatusSchema.options, ofStatus, { columns, limit })
  const places = cut(rows, request.limit, ({ id, lastActivityAt }) => [readInstant(lastActivityAt).getTime(), id])
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
