import type { DatabaseHealth, TableSize } from '@prologue/contracts'
import { getLastBackup } from '../backups/index.ts'
import type { Ctx } from '../context.ts'
import { authorize } from '../policies/index.ts'
import { findProblems } from './findProblems.ts'
import { lastVerification } from './lastVerification.ts'
import { dayOf } from './sampleSizes.ts'

type Row = { day: string; name: string; rowCount: number | string; bytes: number | string }

/** How the database is: what is the matter, and how its tables grow. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export async function readHealth(ctx: Ctx): Promise<DatabaseHealth> {
  authorize(ctx.actor, 'admin:manage-jobs')
  const [latest] = await ctx.db('table_sizes').max<{ day: string | null }[]>('day as day')
  const measuredOn = latest?.day ?? null
  return {
    engine: ctx.database.dialect.name,
    findings: await findProblems(ctx),
    measuredOn,
    sizes: measuredOn === null ? [] : await readSizes(ctx, measuredOn),
    lastBackupAt: await getLastBackup(ctx.db),
    verifiedAt: (await lastVerification(ctx))?.at ?? null,
  }
}

async function readSizes(ctx: Ctx, day: string): Promise<TableSize[]> {
  const before = (days: number) => dayOf(new Date(new Date(day).getTime() - days * 86_400_000))
  const [week, month] = [before(7), before(30)]
  const rows = await ctx.db('table_sizes').whereIn('day', [day, week, month]).select<Row[]>('day', 'name', 'rowCount', 'bytes')
  const bytesOn = (wanted: string, name: string) => {
    const row = rows.find((each) => each.day === wanted && each.name === name)
    return row ? Number(row.bytes) : null
  }
  return rows
    .filter((row) => row.day === day)
    .map(({ name, rowCount, bytes }) => ({
      name,
      rows: Number(rowCount),
      bytes: Number(bytes),
      bytesWeekBefore: bytesOn(week, name),
      bytesMonthBefore: bytesOn(month, name),
    }))
    .toSorted((one, other) => other.bytes - one.bytes)
}
