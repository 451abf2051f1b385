import { v7 as uuidv7 } from 'uuid'
import { withTransaction, type Ctx } from '../context.ts'
import { DataExport } from '../models/index.ts'

/** How long who writes an archive may tell nothing, in milliseconds. Less than the lease of its job, which begins it again. */
const patience = 30_000

const mostAttempts = 3

export type ClaimedExport = { id: string; userId: string; lease: string }

/**
 * Takes the archive that waits the longest, or one whose process told nothing any more. Answers null where there is none. One that
 * was begun three times and never ended has failed.
 */
export async function claimDataExport(ctx: Ctx): Promise<ClaimedExport | null> {
  for (let found = await nextOf(ctx); found; found = await nextOf(ctx)) {
    const { id, userId, state, attempts } = found
    const lease = uuidv7()
    const givenUp = attempts >= mostAttempts
    const begun = { state: 'running', lease, attempts: attempts + 1, leasedUntil: leaseEnd(ctx), entries: 0 } as const
    const taken = await withTransaction(ctx, async (tx) =>
      DataExport.with(tx)
        .findById(id)
        .where({ state, attempts })
        .patch(givenUp ? { state: 'failed', lease: null, leasedUntil: null } : begun),
    )
    if (taken > 0 && !givenUp) return { id, userId, lease }
  }
  return null
}

export const leaseEnd = ({ now }: Pick<Ctx, 'now'>) => new Date(now().getTime() + patience)

async function nextOf(ctx: Ctx): Promise<DataExport | undefined> {
  const oldest = () => DataExport.with(ctx).orderBy(['createdAt', 'id'])
  const left = await oldest().where({ state: 'running' }).where('leasedUntil', '<', ctx.now()).first()
  return left ?? oldest().where({ state: 'queued' }).first()
}
