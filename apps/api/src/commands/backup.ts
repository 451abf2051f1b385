import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { checkBackup, noteBackup, restoreBackup, writeBackup, type Restored } from '@prologue/shared'
import { readEnv } from '../env.ts'
import { explainFaults } from './audit.ts'
import { makeProgress } from './makeProgress.ts'
import { withProcess } from './withProcess.ts'

const keyReminder =
  'What is encrypted in it is read only with the key of secrets, which is not in it: keep SECRET_KEY, or secret.key of DATA_DIR, apart.\n'

/**
 * Writes a backup to a file, which has its name only once it is whole and was read again, or to standard output for `-`.
 * @throws Error with a sentence where the file is there already
 */
export async function backup(path: string): Promise<void> {
  await withProcess(async (ctx) => {
    const report = makeProgress(process.stderr)
    if (path === '-') {
      const { rows } = await writeBackup(ctx.database, process.stdout, report)
      await noteBackup(ctx, { rows, bytes: null })
      say(`${rows.toLocaleString('en')} rows were written.\n${keyReminder}`)
      return
    }
    if (await isThere(path)) throw new Error(`${path} is there already. A backup overwrites nothing: choose another name.`)
    const partial = `${path}.partial`
    try {
      // Everything is in it: for its owner alone.
      const file = await open(partial, 'w', 0o600)
      const { rows } = await writeBackup(ctx.database, file.createWriteStream({ flush: true }), report)
      await checkBackup(partial, report)
      const bytes = (await stat(partial)).size
      await rename(partial, path)
      await settle(dirname(path))
      await noteBackup(ctx, { rows, bytes })
      say(`${path} has ${rows.toLocaleString('en')} rows in ${bytes.toLocaleString('en')} bytes.\n${keyReminder}`)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
  })
}

/** Restores a backup into the empty database that DATABASE_OWNER_URL names, or else DATABASE_URL. */
export async function restore(path: string, { move = false }: { move?: boolean }): Promise<void> {
  await withProcess(async (ctx) => {
    const restored = await restoreBackup(ctx, { path, report: makeProgress(process.stderr), move })
    process.stdout.write(`${describe(restored).join('\n')}\n`)
    say(keyReminder)
    if (restored.drifts.length > 0 || restored.audit.faults.length > 0) process.exitCode = 1
  }, readEnv().databaseOwnerUrl)
}

function describe({ madeAt, rows, drifts, audit }: Restored): string[] {
  return [
    `Restored ${rows.toLocaleString('en')} rows as they were at ${madeAt}; every table was compared with the backup.`,
    drifts.length === 0
      ? 'Every sum is what its rows say.'
      : `${drifts.length} sums are not what their rows say, as in the database that was backed up: see \`prologue db check\`.`,
    audit.faults.length === 0
      ? `The audit is as it was sealed: ${audit.rows.toLocaleString('en')} rows, and ${audit.unsealed.toLocaleString('en')} not sealed yet.`
      : 'The audit is not as it was sealed, as in the database that was backed up:',
    ...explainFaults(audit.faults),
  ]
}

function say(text: string): void {
  process.stderr.write(text)
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** A name is on the disk once its folder is. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
