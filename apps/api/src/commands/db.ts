import {
  checkDrift,
  countWords,
  grantsFor,
  listMigrations,
  migrate,
  missingGuards,
  openDatabase,
  rebuildSearch,
  repairGuards,
  rollback,
  seed,
  type Database,
} from '@prologue/shared'
import { readEnv } from '../env.ts'
import { makeProgress } from './makeProgress.ts'

/** Brings the schema up to date, as every start does. */
export async function migrateDatabase(): Promise<void> {
  await withDatabase(async (database) => {
    const applied = await migrate(database)
    print(applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['The database is up to date.'])
  })
}

/** @throws Error that says what would be lost where nobody has said yes to it. */
export async function rollbackDatabase({ steps, yes }: { steps: string; yes?: boolean }): Promise<void> {
  const count = Number(steps)
  if (!Number.isInteger(count) || count < 1) throw new Error('--steps is how many migrations go: a whole number from 1.')
  if (!yes) {
    throw new Error('This deletes the tables of these migrations with all that is in them. Make a backup, then add --yes.')
  }
  await withDatabase(async (database) => {
    const undone = await rollback(database, count)
    print(undone.length > 0 ? undone.map((name) => `took back ${name}`) : ['There is nothing to take back.'])
  })
}

/** Ends with 1 where the schema is not what this program needs, so that a script can ask. */
export async function showMigrations(): Promise<void> {
  await withDatabase(async (database) => {
    const all = await listMigrations(database)
    print(
      all.map(({ name, state, appliedAt }) => [state.padEnd(11), appliedAt?.toISOString() ?? ' '.repeat(24), name].join('  ')),
    )
    // Of one that was applied: before, all of them are.
    const missing = all.some(({ state }) => state === 'changed') ? await missingGuards(database) : []
    if (missing.length > 0) print([...missing.map((name) => `missing      ${name}`), 'Put them back with `prologue db repair`.'])
    if (all.some(({ state }) => state !== 'applied')) process.exitCode = 1
  })
}

/** Puts back triggers and views that are gone. */
export async function repairDatabase(): Promise<void> {
  await withDatabase(async (database) => {
    const repaired = await repairGuards(database)
    print(repaired.length > 0 ? repaired.map((name) => `put back ${name}`) : ['No trigger or view is missing.'])
  })
}

/** Adds the templates of the starter library that are missing. */
export async function seedDatabase(): Promise<void> {
  await withDatabase(async (database) => {
    await migrate(database)
    await seed(database)
    print(['The starter library is complete.'])
  })
}

/** Prints each sum that is not what its rows say, and ends with 1 where there is one. */
export async function checkSums(): Promise<void> {
  await withDatabase(async (database) => {
    const drifts = await checkDrift({ database, db: database.knex })
    const lines = drifts.map(
      ({ table, id, column, kept, counted }) => `${table} ${id}: ${column} is ${kept} where its rows say ${counted}`,
    )
    print(lines.length > 0 ? lines : ['Every sum is what its rows say.'])
    if (lines.length > 0) process.exitCode = 1
  })
}

/** Writes anew what the search reads, or only how common words are. */
export async function indexDatabase({ onlyCount }: { onlyCount?: boolean }): Promise<void> {
  await withDatabase(async (database) => {
    await (onlyCount ? countWords(database) : rebuildSearch(database, makeProgress(process.stderr)))
    print([onlyCount ? 'The words are counted.' : 'The search is written anew and its words are counted.'])
  })
}

/** Prints the statements that give an account of MySQL what serving people needs, and no more. */
export async function printGrants(account: string): Promise<void> {
  await withDatabase(async (database) => {
    print((await grantsFor(database, account)).map((statement) => `${statement};`))
  })
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(readEnv().databaseOwnerUrl)
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
