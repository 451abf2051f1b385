import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheRoot } from '../cacheRoot.ts'

/** Where the unpacked server and its empty data folder are kept between runs. */
export const cacheDir = () => join(cacheRoot(), 'mysql')

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

/** Runs the work while no other process of this user runs its own under the same name. A lock whose holder died is taken over. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(cacheDir(), `${name}.lock`)
  await mkdir(cacheDir(), { recursive: true })
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
