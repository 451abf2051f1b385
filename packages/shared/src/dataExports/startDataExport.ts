import { AppError, limits, type DataExport as DataExportShape } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import { withTransaction, type Ctx } from '../context.ts'
import { DataExport, Job, User } from '../models/index.ts'
import { recentlyConfirmed, withAccount } from '../policies/index.ts'
import { dataExportsJob } from './dataExportsJob.ts'
import { presentDataExport } from './presentDataExport.ts'

const day = 86_400_000

/**
 * Asks for an archive of what the caller has. Whoever runs jobs begins with it within seconds.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN for guests, CONFIRM_IDENTITY; CONFLICT while one is made, RATE_LIMITED after those of
 * a day; one that failed counts for nothing.
 */
export async function startDataExport(ctx: Ctx): Promise<DataExportShape> {
  const { userId } = withAccount(ctx.actor)
  recentlyConfirmed(ctx.actor, ctx.now())
  return withTransaction(ctx, async (tx) => {
    // Whoever asks twice at once waits here.
    await User.with(tx).findById(userId).forUpdate().throwIfNotFound()
    const since = new Date(tx.now().getTime() - day)
    const recent = await DataExport.with(tx)
      .where({ userId })
      .where('createdAt', '>', since)
      .whereNot('state', 'failed')
      .orderBy(['createdAt', 'id'])
    if (recent.some(({ state }) => state !== 'done')) {
      throw new AppError('CONFLICT', 'An archive of your data is being made already. Wait until it is ready.')
    }
    const [first] = recent
    if (first && recent.length >= limits.dataExportsPerDay) {
      const retryAfter = Math.ceil((first.createdAt.getTime() + day - tx.now().getTime()) / 1000)
      const refusal = `You have asked for ${limits.dataExportsPerDay} archives within a day. Ask for the next one tomorrow.`
      throw new AppError('RATE_LIMITED', refusal, { retryAfter })
    }
    const id = uuidv7()
    await DataExport.with(tx).insert({ id, userId, state: 'queued', attempts: 0, entries: 0, expectedEntries: 0 })
    // A job of its own: one that runs may have looked for the last time.
    const due = { status: 'waiting', attempts: 0, dueAt: tx.now() } as const
    await Job.with(tx).insert({ name: dataExportsJob, onceKey: id, payload: {}, ...due })
    return presentDataExport(await DataExport.with(tx).findById(id).throwIfNotFound())
  })
}
