import { verifyAudit, type AuditReport, type ProcessCtx } from '../activity/index.ts'
import { checkDrift, type Drift } from '../admin/index.ts'
import { beginRestore, endRestore, migrate, undoRestore, withoutTriggers, type Database } from '../database/index.ts'
import { recordEvent } from '../models/index.ts'
import { rebuildSearch } from '../search/index.ts'
import { backupTables } from './backupTables.ts'
import { checkBackup } from './checkBackup.ts'
import type { BackupFoot, BackupHead, Report } from './format.ts'
import { loadRows } from './loadRows.ts'
import { makeRowsDigest } from './makeRowsDigest.ts'

type Options = {
  path: string
  report: Report
  /** Nobody has written since the backup was made: browsers keep the drafts they have, and what they have not sent yet. */
  move?: boolean
}

/** What writing may take in memory where the database is within the process. */
const cacheMegabytes = 32

/** What was restored. `drifts` and the faults of `audit` are as they were in the database that was backed up. */
export type Restored = { madeAt: string; rows: number; drifts: Drift[]; audit: AuditReport }

/**
 * Restores a backup of either engine into an empty database, and compares what is there then with what was written. Where it
 * fails the database is empty again; where the process is killed, no start takes it for a whole one, and the next restore begins anew.
 * @throws Error with a sentence for the operator: a file that is no whole backup, which is found before anything is written; a
 * backup that is newer than the program; a database that is in use
 */
export async function restoreBackup(ctx: ProcessCtx, { path, report, move = false }: Options): Promise<Restored> {
  const { database } = ctx
  const { head, foot } = await checkBackup(path, report)
  await beginRestore(database, head.migrations)
  try {
    await expectColumns(database, head)
    await fill(database, path, head, foot, report)
    await compare(database, head, foot, report)
    await rebuildSearch(database, report)
    if (!move) await raiseEpochs(ctx)
    await database.dialect.bulk.analyze(
      database.knex,
      head.tables.map(({ name }) => name),
    )
  } catch (error) {
    await undoRestore(database)
    throw error
  }
  await endRestore(database, head.migrations, head.engine === database.dialect.name)
  await migrate(database)
  report('check the sums', 0, 1)
  const drifts = await checkDrift(ctx)
  report('check the sums', 1, 1)
  const audit = await verifyAudit(ctx)
  const rows = Object.values(foot.tables).reduce((sum, counted) => sum + counted.rows, 0)
  await recordEvent(ctx, {
    action: 'restore',
    entityType: 'database',
    entityId: null,
    metadata: { madeAt: head.madeAt, engine: head.engine, rows, digest: foot.digest },
  })
  return { madeAt: head.madeAt, rows, drifts, audit }
}

/** A column that the backup has and the schema does not would be lost. */
async function expectColumns({ knex, dialect }: Database, { tables }: BackupHead): Promise<void> {
  const there = backupTables(await dialect.describe(knex))
  for (const { name, columns } of tables) {
    const table = there.find((each) => each.name === name)
    const lacks = columns.find(
      (column) => !table?.columns.some((other) => other.name === column.name && other.holds === column.holds),
    )
    if (lacks)
      throw new Error(
        `This version of Prologue has no place for ${name}.${lacks.name} of the backup. Restore it with the version that made it.`,
      )
  }
}

async function fill(database: Database, path: string, head: BackupHead, foot: BackupFoot, report: Report): Promise<void> {
  const { knex, dialect } = database
  if (head.auditFrom !== null) {
    const [first, now] = [new Date(head.auditFrom), new Date()]
    const months = (now.getUTCFullYear() - first.getUTCFullYear()) * 12 + now.getUTCMonth() - first.getUTCMonth()
    await dialect.monthly.ensure(knex, 'audit_logs', first, Math.max(months, 0) + 4)
  }
  await withoutTriggers(database, async () => {
    // What the migrations have put there comes with the backup, too.
    for (const { name } of head.tables.toReversed()) await knex(name).delete()
    await dialect.bulk.load(knex, (insert) => loadRows(path, foot, insert, report), cacheMegabytes)
  })
}

/** @throws Error where a table has not the rows that were written */
async function compare({ knex, dialect }: Database, head: BackupHead, foot: BackupFoot, report: Report): Promise<void> {
  await dialect.snapshot.read(knex, async (read) => {
    for (const [index, table] of head.tables.entries()) {
      report('compare', index, head.tables.length)
      const digest = makeRowsDigest(table)
      for await (const row of read(table.name, table.columns)) digest.add(row)
      const [found, expected] = [digest.counted(), foot.tables[table.name]]
      if (found.rows !== expected?.rows || found.digest !== expected.digest) {
        throw new Error(`The table ${table.name} is not as the backup has it after it was written. The database is empty again.`)
      }
    }
  })
  report('compare', head.tables.length, head.tables.length)
}

/**
 * Browsers that hold a later state of a draft load it anew rather than merge. By the clock: the same backup may be restored twice,
 * and what was written between must not be taken for what comes after.
 */
async function raiseEpochs({ database: { knex, dialect }, now }: ProcessCtx): Promise<void> {
  const seconds = Math.floor(now().getTime() / 1000)
  await knex.raw(`update drafts set epoch = ${dialect.sql.greatest('epoch + 1', String(seconds))}`)
}
