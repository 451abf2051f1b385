import { fillDatabase, migrate, openDatabase } from '@prologue/shared'
import { readEnv } from '../env.ts'
import { makeProgress } from './makeProgress.ts'

const day = 86_400_000

/**
 * Fills the database with made-up people and what they did, up to today. @throws Error with a sentence for wrong flags, or
 * where the database has people already.
 */
export async function generateData(options: { scale: string; seed: string }): Promise<void> {
  const scale = Number(options.scale)
  const seed = Number(options.seed)
  if (!(scale > 0 && scale <= 10)) throw new Error('--scale is a number above 0, at most 10; 1 is a million templates.')
  if (!Number.isSafeInteger(seed)) throw new Error('--seed is a whole number; the same one gives the same data.')
  const database = await openDatabase(readEnv().databaseOwnerUrl)
  const began = Date.now()
  try {
    await migrate(database)
    await fillDatabase(database, { scale, seed, until: new Date(Math.floor(began / day) * day) }, makeProgress(process.stderr))
  } finally {
    await database.close()
  }
  process.stdout.write(`The database is filled; it took ${Math.round((Date.now() - began) / 1000)} seconds.\n`)
}
