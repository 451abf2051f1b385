import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withTransaction, type Ctx } from '../context.ts'
import { DataExport } from '../models/index.ts'
import { leaseOf } from './exportFiles.ts'

/** Removes the archives whose time is over, and every file that belongs to none: left by a run that was killed, or a row that is gone. */
export async function sweepDataExports(ctx: Ctx): Promise<number> {
  const { exportsFolder } = ctx.services
  // First: a file that comes after this is of a row that is found below.
  const names = await readdir(exportsFolder).catch(() => [])
  const now = ctx.now()
  const removed = await withTransaction(ctx, async (tx) => {
    const over = await DataExport.with(tx).where({ state: 'done' }).where('expiresAt', '<=', now).delete()
    const dayAgo = new Date(now.getTime() - 86_400_000)
    return over + (await DataExport.with(tx).where({ state: 'failed' }).where('createdAt', '<=', dayAgo).delete())
  })
  const alive = await DataExport.with(ctx)
    .where({ state: 'done' })
    .orWhere((running) => running.where({ state: 'running' }).where('leasedUntil', '>', now))
    .select('lease')
  const leases = new Set(alive.map(({ lease }) => lease))
  for (const name of names) {
    const lease = leaseOf(name)
    if (lease !== null && !leases.has(lease)) await rm(join(exportsFolder, name), { force: true })
  }
  return removed
}
