import { v7 as uuidv7 } from 'uuid'
import { withTransaction, type Ctx } from '../context.ts'
import { DataExport } from '../models/index.ts'

/** How long who writes an archive may tell nothing, in milliseconds. Less than the lease of its job, which begins it again. */
const patience = 30_000

export type ClaimedExport = { id: string; userId: string; lease: string; attempts: number }

/** Takes the archive that waits the longest, or one whose process told nothing any more. Answers null where there is none. */
export async function claimDataExport(ctx: Ctx): Promise<ClaimedExport | null> {
  for (let found = await nextOf(ctx); found; found = await nextOf(ctx)) {
    const { id, userId, state } = found
    const claimed = { id, userId, lease: uuidv7(), attempts: found.attempts + 1 }
    const { lease, attempts } = claimed
    const begun = { state: 'running', lease, attempts, leasedUntil: leaseEnd(ctx), entries: 0 } as const
    const taken = await withTransaction(ctx, async (tx) =>
      DataExport.with(tx).findById(id).where({ state, attempts: found.attempts }).patch(begun),
    )
    if (taken > 0) return claimed
  }
  return null
}

export const leaseEnd = ({ now }: Pick<Ctx, 'now'>) => new Date(now().getTime() + patience)

async function nextOf(ctx: Ctx): Promise<DataExport | undefined> {
  const oldest = () => DataExport.with(ctx).orderBy(['createdAt', 'id'])
  const left = await oldest().where({ state: 'running' }).where('leasedUntil', '<', ctx.now()).first()
  return left ?? oldest().where({ state: 'queued' }).first()
}
