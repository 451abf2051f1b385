import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

async function holderIsAlive(lock: string): Promise<boolean> {
  const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => Number.NaN))
  if (!Number.isInteger(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Runs the work while no other process of this user runs its own under the same path, which is that of a folder made for it. A
 * lock whose holder died is taken over.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`
  await mkdir(dirname(lock), { recursive: true })
  for (let orphaned = 0; ;) {
    try {
      await mkdir(lock)
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    // The holder writes its number just after it made the folder, so a missing one is believed only the second time.
    orphaned = (await holderIsAlive(lock)) ? 0 : orphaned + 1
    if (orphaned > 1) await rm(lock, { recursive: true, force: true })
    await sleep(200)
  }
  try {
    await writeFile(join(lock, 'pid'), String(process.pid))
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}
