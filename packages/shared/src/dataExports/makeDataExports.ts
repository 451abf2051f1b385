import type { Ctx } from '../context.ts'
import { claimDataExport } from './claimDataExport.ts'
import { sweepDataExports } from './sweepDataExports.ts'
import { writeDataExport } from './writeDataExport.ts'

/** Writes the archives that people wait for, one after the other, and takes away those whose time is over. */
export async function makeDataExports(ctx: Ctx): Promise<{ archives: number; removed: number }> {
  const removed = await sweepDataExports(ctx)
  let archives = 0
  for (let claimed = await claimDataExport(ctx); claimed; claimed = await claimDataExport(ctx)) {
    if (await writeDataExport(ctx, claimed)) archives++
  }
  return { archives, removed }
}
