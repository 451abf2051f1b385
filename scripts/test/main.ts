// What `npm test` runs: the checks, the suites on SQLite, MySQL and Redis, the browser tests and some faults; the last line sums them up.
// `npm test -- checks`, `-- unit`, `-- e2e` and `-- faults` run a part.
import { findBrowser } from '../browser/findBrowser.ts'
import type { Unavailable } from '../debian/unpackPackages.ts'
import { memoryFolder } from '../mysql/memoryFolder.ts'
import { startMysql } from '../mysql/startMysql.ts'
import { startRedis } from '../redis/startRedis.ts'
import { browserTests, check, suites, type Outcome, type Step } from './step.ts'

const total = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []

const checks: Step[] = [
  check('format', 'oxfmt', '--check', '.'),
  check('lint', 'oxlint', '--deny-warnings'),
  check('walls', 'node', 'scripts/test/checkWalls.ts'),
  check('package boundaries', 'turbo', 'boundaries'),
  check('types', 'tsc', '--noEmit'),
  check('types of the page', 'tsc', '--noEmit', '-p', 'apps/web'),
  check('dead code', 'knip'),
  check('package manifests', 'sherif'),
]
const build = check('build', 'turbo', 'run', 'build', '--output-logs=errors-only')

async function perform({ name, run }: Step): Promise<void> {
  const started = performance.now()
  const outcome = await run()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  add(outcome)
  failures.push(...outcome.failures)
  const counts = `${outcome.passed} passed, ${outcome.failed} failed${outcome.skipped ? `, ${outcome.skipped} skipped` : ''}`
  console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${name} (${seconds} s): ${counts}`)
  if (outcome.failed > 0) console.log(outcome.output.replaceAll(/^/gm, '    '))
}

function add({ passed, failed, skipped }: Pick<Outcome, 'passed' | 'failed' | 'skipped'>): void {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

/** Something this machine cannot have is said loudly and counted; in CI it is a failure. */
function missing(part: string, why: string): void {
  console.log(`\n!!! ${part}: skipped. ${why}\n`)
  if (process.env.CI) failures.push(`${part}: skipped`)
  add(process.env.CI ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 })
}

/** The address of a server that tests use, or null where there is none; says which of it. */
function addressOf(name: string, server: { url: string; version: string; source: string } | Unavailable): string | null {
  if ('skipped' in server) {
    missing(name, server.skipped)
    return null
  }
  console.log(`  ${name} ${server.version}: ${server.source}`)
  return server.url
}

async function unit(): Promise<void> {
  const mysql = await startMysql({ parent: await memoryFolder() })
  const redis = await startRedis()
  try {
    await perform(suites({ mysql: addressOf('MySQL', mysql), redis: addressOf('Redis', redis) }))
  } finally {
    for (const server of [mysql, redis]) if ('stop' in server) await server.stop()
  }
}

async function e2e(): Promise<void> {
  await perform(build)
  const browser = await findBrowser()
  if ('skipped' in browser) return missing('Browser', browser.skipped)
  console.log(`  Chromium: ${browser.source}`)
  await perform(browserTests())
}

async function faults(): Promise<void> {
  await perform(build)
  await perform(check('faults', 'node', 'bench/src/faults/main.ts'))
  // Some minutes: each of a hundred thousand templates is a transaction of its own.
  await perform(check('memory of a large import', 'node', 'bench/src/faults/importMemory.ts'))
  const gathered = ['--format', 'langfuse', '--rows', '15000']
  await perform(check('memory of an import that is gathered first', 'node', 'bench/src/faults/importMemory.ts', ...gathered))
}

const parts: Record<string, () => Promise<void>> = {
  async checks() {
    for (const step of checks) await perform(step)
  },
  unit,
  e2e,
  faults,
}

// What was started ends with this process, and this one at a signal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
for (const [name, runPart] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await runPart()
}
// Once more by name, where it is looked for: below pages of output.
for (const failure of failures) console.log(`✗ ${failure}`)
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed === 0 ? 0 : 1)
