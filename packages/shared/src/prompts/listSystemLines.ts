import { limits, type SystemLine } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { draftOf, findConversation } from '../conversations/index.ts'
import { ConversationParticipant, DraftCheckpoint } from '../models/index.ts'
import { peopleOf } from '../participants/index.ts'

const newestFirst = [
  { column: 'createdAt', order: 'desc' as const },
  { column: 'id', order: 'desc' as const },
]

/** What happened in a conversation beside what was written, of each kind the newest ones, the oldest first. */
export async function listSystemLines(ctx: Ctx, { conversationId }: { conversationId: string }): Promise<SystemLine[]> {
  await findConversation(ctx, conversationId)
  const { id: draftId } = await draftOf(ctx, conversationId)
  // Of all there are at most `limits.participants`: sorting them here saves an index by time.
  const came = await ConversationParticipant.with(ctx)
    .where({ conversationId })
    // Whoever opened it was there from the start.
    .where((how) => how.whereNotNull('invitedBy').orWhereNotNull('shareId'))
    .select('id', 'userId', 'createdAt')
  const joined = came.toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime()).slice(0, limits.systemLines)
  const kept = await DraftCheckpoint.with(ctx)
    .where({ draftId })
    .whereIn('kind', ['manual', 'restore'])
    .orderBy(newestFirst)
    .limit(limits.systemLines)
    .select('id', 'kind', 'name', 'createdBy', 'createdAt')
  const actors = [...joined.map(({ userId }) => userId), ...kept.flatMap(({ createdBy }) => createdBy ?? [])]
  const people = await peopleOf(ctx, conversationId, actors)
  const lines: SystemLine[] = [
    ...joined.map(({ id, userId, createdAt: at }) => ({
      id,
      kind: 'joined' as const,
      by: people.get(userId) ?? null,
      name: '',
      at,
    })),
    ...kept.map(({ id, kind, name, createdBy, createdAt: at }) => {
      const by = createdBy === null ? null : (people.get(createdBy) ?? null)
      return { id, kind: kind === 'manual' ? ('saved' as const) : ('restored' as const), by, name, at }
    }),
  ]
  return lines.toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
