import { setTimeout as sleep } from 'node:timers/promises'
import { emptyOutcome, roundsPerTable, tell } from './campaign.ts'
import type { Engine, Outcome } from './campaign.ts'
import { openTables } from './openTables.ts'
import { startApi, untilReady } from './startApi.ts'

type Mysql = { kill9: () => Promise<void>; restart: () => Promise<void> }

/** Kills the database at random moments while people write. The server stays. */
export async function killMysql(engine: Engine, mysql: Mysql, rounds: number, isOver: () => boolean): Promise<Outcome> {
  const outcome = emptyOutcome('database killed', engine.name, rounds)
  const api = await startApi(engine.databaseUrl, engine.dataDir, 0)
  try {
    while (outcome.rounds < rounds && !isOver()) {
      const tables = await openTables(api.url, engine.databaseUrl)
      tables.go()
      for (let round = 0; round < roundsPerTable && outcome.rounds < rounds && !isOver(); round += 1) {
        await sleep(200 + Math.random() * 700)
        await mysql.kill9()
        outcome.rounds += 1
        const { status } = await fetch(`${api.url}/health`)
        if (status !== 200) tell(outcome, [`/health answered ${status}`])
        const began = performance.now()
        await mysql.restart()
        await untilReady(api.url)
        outcome.ready.push(performance.now() - began)
        tell(outcome, await tables.check())
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
