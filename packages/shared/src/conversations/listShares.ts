import type { Share } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { authorize } from '../policies/index.ts'
import { findConversation } from './findConversation.ts'

type Row = { id: string; role: Share['role']; expiresAt: Date | number | null; createdAt: Date | number; name: string }

/** The links that let people in now, the newest first. */
export async function listShares(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<Share[]> {
  authorize(ctx.actor, 'conversation:share', await findConversation(ctx, conversationId))
  const rows = await ctx
    .db('conversation_shares as share')
    .join('users', 'users.id', 'share.createdBy')
    .where('share.conversationId', conversationId)
    .whereNull('share.revokedAt')
    .whereNull('users.deletedAt')
    .where((live) => live.whereNull('share.expiresAt').orWhere('share.expiresAt', '>', ctx.now()))
    .orderBy('share.createdAt', 'desc')
    .select<Row[]>('share.id', 'share.role', 'share.expiresAt', 'share.createdAt', 'users.name')
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    expiresAt: row.expiresAt === null ? null : readInstant(row.expiresAt),
    createdAt: readInstant(row.createdAt),
    createdBy: row.name,
  }))
}
