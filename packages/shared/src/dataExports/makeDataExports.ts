import type { Ctx } from '../context.ts'
import { claimDataExport } from './claimDataExport.ts'
import { sweepDataExports } from './sweepDataExports.ts'
import { writeDataExport } from './writeDataExport.ts'

type Made = { archives: number; failed: number; removed: number }

/** Writes the archives that people wait for, one after the other, and takes away those whose time is over. Answers how many came, failed and went. */
export async function makeDataExports(ctx: Ctx): Promise<Made> {
  const removed = await sweepDataExports(ctx)
  const became = { done: 0, failed: 0, lost: 0 }
  for (let claimed = await claimDataExport(ctx); claimed; claimed = await claimDataExport(ctx)) {
    became[await writeDataExport(ctx, claimed)]++
  }
  return { archives: became.done, failed: became.failed, removed }
}
