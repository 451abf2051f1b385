import { rm } from 'node:fs/promises'
import type { Ctx } from '../context.ts'
import { DataExport } from '../models/index.ts'
import { archivePath, partialPath } from './exportFiles.ts'

/**
 * Removes all archives of a person at once, also the one that is being written: who writes it finds it gone and ends. Answers how
 * many. The files go before the transaction ends: should it be taken back, a new archive can be asked for.
 */
export async function removeDataExports(tx: Ctx, userId: string): Promise<number> {
  const found = await DataExport.with(tx).where({ userId }).forUpdate()
  const removed = await DataExport.with(tx).where({ userId }).delete()
  for (const { lease } of found) {
    if (lease === null) continue
    await rm(partialPath(tx, lease), { force: true })
    await rm(archivePath(tx, lease), { force: true })
  }
  return removed
}
