import { open, mkdir, rename, rm, stat } from 'node:fs/promises'
import { limits } from '@prologue/contracts'
import type { PartialModelObject } from 'objection'
import { withTransaction, type Ctx } from '../context.ts'
import { DataExport } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { leaseEnd, type ClaimedExport } from './claimDataExport.ts'
import { archivePath, partialPath } from './exportFiles.ts'
import { exportParts } from './exportParts.ts'
import { writeArchive } from './writeArchive.ts'

/** Milliseconds between two words of how far it is. */
const tellEvery = 500

const mostAttempts = 3

/** Somebody else writes it by now, or it is gone with its person. */
class Lost extends Error {}

/**
 * Writes an archive that was claimed, tells its person when it is ready, and answers what became of it. The file has its name once it
 * is whole, and only who still has the lease may say so: however often it is begun, there is one. One that was begun three times and
 * never ended has failed.
 */
export async function writeDataExport(ctx: Ctx, claimed: ClaimedExport): Promise<'done' | 'failed' | 'lost'> {
  const { id, userId, lease, attempts } = claimed
  const [partial, archive] = [partialPath(ctx, lease), archivePath(ctx, lease)]
  const tell = async (values: PartialModelObject<DataExport>, also?: (tx: Ctx) => Promise<void>) => {
    await withTransaction(ctx, async (tx) => {
      const told = await DataExport.with(tx).findById(id).where({ lease, state: 'running' }).patch(values)
      if (told === 0) throw new Lost()
      await also?.(tx)
    })
  }
  try {
    if (attempts > mostAttempts) throw new Error('It was begun too often and never ended')
    let expectedEntries = 0
    for (const part of exportParts) expectedEntries += await part.count(ctx, userId)
    let entries = 0
    let toldAt = 0
    const progress = async (more: number) => {
      entries += more
      if (Date.now() - toldAt < tellEvery) return
      toldAt = Date.now()
      await tell({ entries, expectedEntries, leasedUntil: leaseEnd(ctx) })
    }
    await mkdir(ctx.services.exportsFolder, { recursive: true, mode: 0o700 })
    // All that somebody has: for the server's own account alone.
    const file = await open(partial, 'wx', 0o600)
    await writeArchive(ctx, { userId, file, progress })
    const { size: bytes } = await stat(partial)
    await rename(partial, archive)
    const expiresAt = new Date(ctx.now().getTime() + limits.dataExportHours * 3_600_000)
    await tell({ state: 'done', entries, expectedEntries: entries, bytes, expiresAt, leasedUntil: null }, (tx) =>
      notify(tx, { userIds: [userId], kind: 'export-ready' }),
    )
    return 'done'
  } catch (error) {
    // What cannot be removed now is left to the next run.
    await rm(partial, { force: true }).catch(() => {})
    if (error instanceof Lost) {
      await rm(archive, { force: true }).catch(() => {})
      return 'lost'
    }
    ctx.logger.error({ err: error, id }, 'An archive of somebody’s data could not be made')
    try {
      await tell({ state: 'failed', lease: null, leasedUntil: null })
      return 'failed'
    } catch (lost) {
      if (!(lost instanceof Lost)) throw lost
      return 'lost'
    }
  }
}
