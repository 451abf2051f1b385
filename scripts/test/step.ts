import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { run } from '../process/run.ts'
import { pagesOfFailures, playwrightFailures, playwrightReport, vitestFailures, vitestReport } from './reports.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a step counted, what to show where something failed, and a line for each failure that has a name. */
export type Outcome = { passed: number; failed: number; skipped: number; output: string; failures: string[] }

export type Step = { name: string; run: () => Promise<Outcome> }

/** A command that holds or does not; counts as one test. */
export function check(name: string, command: string, ...args: string[]): Step {
  return {
    name,
    async run() {
      const { code, output } = await run(command, args, { cwd: root })
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output, failures: code === 0 ? [] : [name] }
    },
  }
}

/** All suites of packages and apps; those for MySQL or Redis are left out where there is no address. */
export function suites({ mysql, redis }: { mysql: string | null; redis: string | null }): Step {
  return {
    name: 'unit, use-case and socket suites',
    async run() {
      const file = join(tmpdir(), `prologue-suites-${process.pid}.json`)
      // Suites wait for databases, sockets and processes longer than they compute: as many as cores would leave these idle.
      const args = ['run', '--maxWorkers=4', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
      const env = { ...process.env, ...(mysql && { TEST_MYSQL_URL: mysql }), ...(redis && { TEST_REDIS_URL: redis }) }
      const { code, output } = await run('vitest', args, { cwd: root, env })
      const report = await readReport(file, vitestReport)
      const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0 } = report ?? {}
      return failedUnlessClean(code, { passed, failed, skipped, output, failures: report ? vitestFailures(report) : [] })
    },
  }
}

/** The tests in a real browser against the built server. A test that passes only when tried again has failed. */
export function browserTests(): Step {
  return {
    name: 'browser tests',
    async run() {
      const file = join(tmpdir(), `prologue-browser-${process.pid}.json`)
      const args = ['e2e/node_modules/playwright/cli.js', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=dot,json']
      const { code, output } = await run('node', args, {
        cwd: root,
        env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      })
      const report = await readReport(file, playwrightReport)
      const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
      const failures = report ? playwrightFailures(report) : []
      // Where only the output is kept, it is all that tells what the page showed.
      const pages = await Promise.all(report ? pagesOfFailures(report).map((path) => readFile(path, 'utf8')) : [])
      const told = [output, ...pages].join('\n')
      return failedUnlessClean(code, { passed: expected, failed: unexpected + flaky, skipped, output: told, failures })
    },
  }
}

/** A runner that ended badly or ran nothing has failed even where its report counts no failure. */
function failedUnlessClean(code: number, outcome: Outcome): Outcome {
  const clean = code === 0 && outcome.passed > 0
  return clean || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 }
}

async function readReport<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  } finally {
    await rm(file, { force: true })
  }
}
