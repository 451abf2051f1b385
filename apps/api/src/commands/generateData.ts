import { fillDatabase, migrate, openDatabase } from '@prologue/shared'
import { readEnv } from '../env.ts'

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

type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>

/** A bar that fills up on a screen; elsewhere a line for each step that is done. */
export function makeProgress(screen: Screen) {
  const width = 30
  let shown = ''
  return (step: string, done: number, of: number): void => {
    const whole = of === 0 || done >= of
    if (!screen.isTTY) {
      if (whole) screen.write(`${step}: ${of.toLocaleString('en')}\n`)
      return
    }
    const share = whole ? 1 : done / of
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░')
    const line = `${step.padEnd(14)} ${bar} ${Math.floor(share * 100)} %`
    if (line !== shown) screen.write(`\r${line}${whole ? '\n' : ''}`)
    shown = line
  }
}
