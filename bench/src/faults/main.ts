// Kills the built server and its database, stops them and fills their disk while people write: no acknowledged edit may be lost or
// doubled, and all must be ready again within seconds. `long` does it hundreds of times; `--minutes 12` ends about then.
// Ends with 1 where something was lost or differed, or in a long run was not ready in time or not done as often as it should be.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startGuard } from '@prologue/scripts/guard'
import { startMysql } from '@prologue/scripts/mysql'
import type { Engine, Outcome } from './campaign.ts'
import { endApi } from './endApi.ts'
import { fillDisk } from './fillDisk.ts'
import { killMysql } from './killMysql.ts'
import { readyWithin, report, wasReadyInTime } from './report.ts'

/** How often each of it happens, over both databases. */
const plans = {
  short: { kills: 8, stops: 4, databaseKills: 3, fullDisks: 2 },
  long: { kills: 200, stops: 50, databaseKills: 50, fullDisks: 10 },
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string' } } })
const long = positionals[0] === 'long'
const plan = plans[long ? 'long' : 'short']
/** When this part of all the time is over, counted from now. */
function within(share: number): () => boolean {
  const end = values.minutes ? performance.now() + Number(values.minutes) * 60_000 * share : Infinity
  return () => performance.now() > end
}

const guard = startGuard()
const folder = await mkdtemp(join(tmpdir(), 'prologue-faults-'))
guard.watchFolder(folder)
const outcomes: Outcome[] = []
const skipped: string[] = []

async function add(work: Promise<Outcome>): Promise<void> {
  const outcome = await work
  outcomes.push(outcome)
  console.log(`${outcome.name}, ${outcome.engine}: ${outcome.rounds} times`)
  for (const fault of outcome.faults) console.log(`  ${fault}`)
}

const mysql = await startMysql()
try {
  const engines: Engine[] = [{ name: 'SQLite', databaseUrl: `sqlite:${join(folder, 'faults.sqlite')}`, dataDir: folder }]
  if ('skipped' in mysql) skipped.push(`MySQL: ${mysql.skipped}`)
  else engines.push({ name: `MySQL ${mysql.version}`, databaseUrl: mysql.url, dataDir: folder })

  const disk = await fillDisk(join(folder, 'small'), guard, plan.fullDisks, within(0.1))
  if ('skipped' in disk) skipped.push(`Disk full: ${disk.skipped}`)
  else await add(Promise.resolve(disk))
  for (const engine of engines) {
    await add(endApi(engine, 'SIGTERM', Math.ceil(plan.stops / engines.length), within(0.15 / engines.length)))
    await add(endApi(engine, 'SIGKILL', Math.ceil(plan.kills / engines.length), within(0.55 / engines.length)))
    if (!('skipped' in mysql) && engine.databaseUrl === mysql.url)
      await add(killMysql(engine, mysql, plan.databaseKills, within(0.2)))
  }
} finally {
  if (!('skipped' in mysql)) await mysql.stop()
  await guard.release()
}

console.log(`\n${report(outcomes)}\n`)
for (const why of skipped) console.log(`!!! Skipped. ${why}`)
const faults = outcomes.flatMap((outcome) => outcome.faults)
// Beside the tests a machine has other things to do; only a run for its own sake is held to times and counts.
const late = outcomes.filter((outcome) => long && !wasReadyInTime(outcome))
for (const { name, engine } of late) console.log(`${name}, ${engine}: not always ready within ${readyWithin / 1_000} s.`)
const short = outcomes.filter(({ rounds, planned }) => long && rounds < planned)
for (const { name, engine, rounds, planned } of short) console.log(`${name}, ${engine}: ${rounds} times of ${planned}.`)
if (faults.length === 0) console.log('No acknowledged edit was lost or doubled, and all replicas ended equal.')
process.exitCode = faults.length + late.length + short.length > 0 || ('skipped' in mysql && process.env['CI']) ? 1 : 0
