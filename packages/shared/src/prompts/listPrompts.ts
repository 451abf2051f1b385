import { AppError, idSchema, limits, type PromptPage } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { Prompt } from '../models/index.ts'
import { instant, readCursor, writeCursor } from '../pages.ts'
import { presentPrompts } from './presentPrompts.ts'
import { messageOf, readBranches } from './readBranches.ts'
import { readPrompts, shown } from './readPrompts.ts'

/** Which way a page goes on, and from where. */
const cursorPlace = z.tuple([z.enum(['older', 'newer']), instant, idSchema])
type Way = z.infer<typeof cursorPlace>[0]

type Input = { conversationId: string; cursor?: string | undefined; around?: string | undefined }
type Rows = { items: Prompt[]; nextCursor: string | null; previousCursor: string | null }

/**
 * A page of exchanges in the order they happened: the newest, one around an exchange, or where the cursor of another leads.
 * @throws AppError NOT_FOUND where the exchange to look around is not there (any more).
 */
export async function listPrompts(ctx: Ctx, { conversationId, cursor, around }: Input): Promise<PromptPage> {
  const place = await findConversation(ctx, conversationId)
  const from = readCursor(cursor, cursorPlace)
  const page = around && !from ? await pageAround(ctx, conversationId, around) : await pageFrom(ctx, conversationId, from)
  return { ...page, items: await presentPrompts(ctx, place, page.items) }
}

async function pageFrom(ctx: Ctx, conversationId: string, from: z.infer<typeof cursorPlace> | null): Promise<Rows> {
  const [way = 'older', createdAt, id] = from ?? []
  const end = createdAt && id ? { createdAt, id } : null
  const { items, more } = await readPrompts(ctx, { conversationId, way, from: end, limit: limits.page })
  // On the side one comes from there is more, on the other only what was seen to be there.
  return {
    items,
    nextCursor: way === 'newer' || more ? cursorTo('older', items[0] ?? end) : null,
    previousCursor: end && (way === 'older' || more) ? cursorTo('newer', items.at(-1) ?? end) : null,
  }
}

async function pageAround(ctx: Ctx, conversationId: string, id: string): Promise<Rows> {
  const middle = await shownFor(ctx, conversationId, id)
  if (!middle) throw new AppError('NOT_FOUND', 'This message was deleted, or it was never here.')
  const limit = Math.floor(limits.page / 2)
  const older = await readPrompts(ctx, { conversationId, way: 'older', from: middle, limit })
  const newer = await readPrompts(ctx, { conversationId, way: 'newer', from: middle, limit })
  const items = [...older.items, middle, ...newer.items]
  return {
    items,
    nextCursor: older.more ? cursorTo('older', items[0]) : null,
    previousCursor: newer.more ? cursorTo('newer', items.at(-1)) : null,
  }
}

/** The exchange, or where another answer to its message is shown, that one. */
async function shownFor(ctx: Ctx, conversationId: string, id: string): Promise<Prompt | undefined> {
  const asked = await Prompt.with(ctx).findOne({ id, conversationId }).select(shown)
  if (!asked || asked.chosen) return asked
  const answers = (await readBranches(ctx, [asked])).get(messageOf(asked)) ?? []
  return Prompt.with(ctx).findByIds(answers).where({ chosen: true }).first().select(shown)
}

function cursorTo(way: Way, place: Pick<Prompt, 'createdAt' | 'id'> | null | undefined): string | null {
  return place ? writeCursor([way, place.createdAt, place.id]) : null
}
