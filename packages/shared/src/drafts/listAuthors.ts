import type { DraftAuthor } from '@prologue/contracts'
import { clocksOf } from '@prologue/collab/server'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { DraftCheckpoint } from '../models/index.ts'
import { peopleOf } from '../participants/index.ts'
import { authorize } from '../policies/index.ts'
import { findDraft } from './findDraft.ts'

/** The assistant is no user. */
type Row = { clientId: number; userId: string | null; createdAt: Date | string | number }

/** As many kept states are looked into, the newest: in a year with all that is thinned out there are not many more. */
const mostStates = 200

/** Who wrote under these client ids, and by when how much of it; ids that nobody has written under are left out. */
export async function listAuthors(
  ctx: Ctx,
  input: { conversationId: string; clientIds: readonly number[] },
): Promise<DraftAuthor[]> {
  const { draftId, ...place } = await findDraft(ctx, input.conversationId)
  authorize(ctx.actor, 'draft:read', place)
  const rows = await ctx
    .db('draft_authors')
    .where({ draftId })
    .whereIn('clientId', [...new Set(input.clientIds)])
    .select<Row[]>('clientId', 'userId', 'createdAt')
  const claims = rows.map(({ clientId, userId, createdAt }) => ({ clientId, userId, since: readInstant(createdAt) }))
  if (claims.length === 0) return []

  const first = new Date(Math.min(...claims.map(({ since }) => since.getTime())))
  const states = await DraftCheckpoint.with(ctx)
    .where({ draftId })
    .where('createdAt', '>=', first)
    .orderBy('createdAt', 'desc')
    .limit(mostStates)
    .select('createdAt', 'stateVector')
  const clocks = states.toReversed().map(({ createdAt, stateVector }) => ({ at: createdAt, clocks: clocksOf(stateVector) }))
  const people = await peopleOf(
    ctx,
    input.conversationId,
    claims.flatMap(({ userId }) => userId ?? []),
  )
  return claims.map(({ clientId, userId, since }) => ({
    clientId,
    person: userId === null ? null : (people.get(userId) ?? null),
    since,
    seen: growthOf(clientId, clocks),
  }))
}

/** The instants at which a client's clock had moved on. */
function growthOf(clientId: number, states: readonly { at: Date; clocks: ReadonlyMap<number, number> }[]): DraftAuthor['seen'] {
  const seen: DraftAuthor['seen'] = []
  for (const { at, clocks } of states) {
    const clock = clocks.get(clientId) ?? 0
    if (clock > (seen.at(-1)?.clock ?? 0)) seen.push({ at, clock })
  }
  return seen
}
