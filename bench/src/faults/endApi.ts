import { setTimeout as sleep } from 'node:timers/promises'
import { emptyOutcome, roundsPerTable, tell } from './campaign.ts'
import type { Engine, Outcome } from './campaign.ts'
import { openTables } from './openTables.ts'
import { startApi } from './startApi.ts'

/** Ends the server at random moments while people write, and starts it again. They never stop. */
export async function endApi(
  engine: Engine,
  signal: 'SIGKILL' | 'SIGTERM',
  rounds: number,
  isOver: () => boolean,
): Promise<Outcome> {
  const { databaseUrl, dataDir, name } = engine
  const outcome = emptyOutcome(signal === 'SIGKILL' ? 'server killed' : 'server told to stop', name, rounds)
  let api = await startApi(databaseUrl, dataDir, 0)
  const port = Number(new URL(api.url).port)
  try {
    while (outcome.rounds < rounds && !isOver()) {
      const tables = await openTables(api.url, databaseUrl)
      tables.go()
      for (let round = 0; round < roundsPerTable && outcome.rounds < rounds && !isOver(); round += 1) {
        // Also while everybody is still coming back from the last time.
        await sleep(20 + Math.random() * 700)
        const { code, took } = await api.end(signal)
        outcome.rounds += 1
        if (signal === 'SIGTERM') {
          outcome.stopped.push(took)
          if (code !== 0) tell(outcome, [`it ended with ${code}: ${api.output().slice(-500)}`])
        }
        tell(outcome, await tables.check())
        api = await startApi(databaseUrl, dataDir, port)
        outcome.ready.push(api.readyAfter)
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
