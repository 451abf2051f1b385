import { execFile } from 'node:child_process'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Guard } from '@prologue/scripts/guard'
import { emptyOutcome, tell } from './campaign.ts'
import type { Outcome } from './campaign.ts'
import { openTables } from './openTables.ts'
import { startApi, untilReady } from './startApi.ts'

const run = promisify(execFile)
const megabytes = 32
const fullWithin = 30_000

/** A file system in memory that is soon full; says why where there is none to be had. */
async function mountSmall(folder: string, guard: Guard): Promise<{ skipped: string } | null> {
  await mkdir(folder)
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
    guard.watchCommand(['umount', '--lazy', folder])
    return null
  } catch {
    return { skipped: 'no file system may be mounted here; root may.' }
  }
}

/** Takes all the room there is. */
async function takeRoom(file: string): Promise<void> {
  const handle = await open(file, 'w')
  try {
    for (const piece of [1_048_576, 65_536, 4_096]) {
      const bytes = Buffer.alloc(piece)
      while (
        await handle.write(bytes).then(
          ({ bytesWritten }) => bytesWritten === piece,
          () => false,
        )
      );
    }
  } finally {
    await handle.close()
  }
}

/** Fills the disk under people who write, then makes room, every other time with the server killed in between. */
export async function fillDisk(
  folder: string,
  guard: Guard,
  rounds: number,
  isOver: () => boolean,
): Promise<Outcome | { skipped: string }> {
  const skipped = await mountSmall(folder, guard)
  if (skipped) return skipped
  const outcome = emptyOutcome('disk full', 'SQLite', rounds)
  const databaseUrl = `sqlite:${join(folder, 'full.sqlite')}`
  const ballast = join(folder, 'ballast')
  let api = await startApi(databaseUrl, folder, 0)
  const port = Number(new URL(api.url).port)
  try {
    while (outcome.rounds < rounds && !isOver()) {
      const tables = await openTables(api.url, databaseUrl)
      tables.go()
      await sleep(300)
      await takeRoom(ballast)
      outcome.rounds += 1
      const end = performance.now() + fullWithin
      for (let stuck = 0; stuck < 20 && performance.now() < end; await sleep(50)) {
        for (const writer of tables.writers) if (writer.isSaved()) writer.spill()
        stuck = tables.writers.some((writer) => writer.isSaved()) ? 0 : stuck + 1
      }
      if (performance.now() > end) tell(outcome, ['the disk was never full'])
      const { status } = await fetch(`${api.url}/health`)
      if (status !== 200) tell(outcome, [`/health answered ${status}`])
      tell(outcome, await tables.check())
      if (outcome.rounds % 2 === 0) {
        await api.end('SIGKILL')
        await rm(ballast)
        api = await startApi(databaseUrl, folder, port)
        outcome.ready.push(api.readyAfter)
      } else {
        await rm(ballast)
        outcome.ready.push(await untilReady(api.url))
      }
      tell(outcome, await tables.settle())
      outcome.acknowledged += tables.acknowledged()
      await tables.leave()
    }
  } finally {
    await api.end('SIGKILL')
  }
  return outcome
}
