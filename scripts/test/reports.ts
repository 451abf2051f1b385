// What the runners write down of a run, and a line for each test of it that failed.
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))

export const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

export function vitestFailures({ testResults }: z.infer<typeof vitestReport>): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      const file = relative(root, name)
      // A file that could not be loaded has no test that could fail.
      if (failed.length === 0) return [`${file}: ${firstLine(message)}`]
      return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages?.[0])}`)
    })
}

const result = z.object({
  error: z.object({ message: z.string().optional() }).optional(),
  attachments: z.array(z.object({ name: z.string(), path: z.string().optional() })),
})
const spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(result) })),
})

type Suite = { specs: z.infer<typeof spec>[]; suites?: Suite[] | undefined }
const suite: z.ZodType<Suite> = z.object({ specs: z.array(spec), suites: z.array(z.lazy(() => suite)).optional() })

export const playwrightReport = z.object({
  suites: z.array(suite),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

export const playwrightFailures = ({ suites }: Pick<z.infer<typeof playwrightReport>, 'suites'>): string[] =>
  suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(describe),
    ...playwrightFailures({ suites: inner }),
  ])

/** The files that say what the page of a failed test held. */
export const pagesOfFailures = ({ suites }: Pick<z.infer<typeof playwrightReport>, 'suites'>): string[] =>
  suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs
      .flatMap(({ tests }) => tests)
      .flatMap(({ results }) => results)
      .flatMap(({ attachments }) => attachments.flatMap(({ name, path }) => (name === 'error-context' && path ? [path] : []))),
    ...pagesOfFailures({ suites: inner }),
  ])

function describe({ title, file, line, tests }: z.infer<typeof spec>): string {
  const messages = tests.flatMap(({ results }) => results.map(({ error }) => error?.message))
  return `${file}:${line} › ${title}: ${firstLine(messages.find((message) => message !== undefined))}`
}

const firstLine = (message = '') => stripVTControlCharacters(message).trim().split('\n')[0] ?? ''
