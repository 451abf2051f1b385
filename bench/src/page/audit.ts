import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@prologue/scripts/browser'
import { z } from 'zod'

/** Fetched when it is run: it is of no use to anything else here, and larger than all of it. */
const lighthouse = 'lighthouse@13.5.0'

const audited = z.object({ numericValue: z.number() })
const reportSchema = z.object({
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.object({ performance: z.object({ score: z.number() }), accessibility: z.object({ score: z.number() }) }),
  audits: z.object({
    'first-contentful-paint': audited,
    'largest-contentful-paint': audited,
    'total-blocking-time': audited,
    'cumulative-layout-shift': audited,
  }),
})

/**
 * Scores from 0 to 100, times in milliseconds. `machine` is how fast Lighthouse found it: it slows all down fourfold, which makes a
 * phone of the middle class of a machine with 1,500 and more.
 */
export type Scores = Readonly<
  Record<'performance' | 'accessibility' | 'firstPaint' | 'largestPaint' | 'blocked' | 'shift' | 'machine', number>
>

/** @throws Error with what Lighthouse said, where it cannot be had or does not end well */
export async function audit(url: string, browser: Browser): Promise<Scores> {
  const dir = await mkdtemp(join(tmpdir(), 'prologue-page-'))
  try {
    const path = join(dir, 'report.json')
    const flags = ['--headless=new', ...browser.args].join(' ')
    const what = ['--only-categories=performance,accessibility', '--output=json', `--output-path=${path}`, '--quiet']
    const child = spawn('npx', ['--yes', lighthouse, url, ...what, `--chrome-flags=${flags}`], {
      env: { ...process.env, ...browser.env, CHROME_PATH: browser.executablePath },
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`Lighthouse ended with ${code}: ${said}`)
    const { environment, categories, audits } = reportSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    return {
      performance: categories.performance.score * 100,
      accessibility: categories.accessibility.score * 100,
      firstPaint: audits['first-contentful-paint'].numericValue,
      largestPaint: audits['largest-contentful-paint'].numericValue,
      blocked: audits['total-blocking-time'].numericValue,
      shift: audits['cumulative-layout-shift'].numericValue,
      machine: environment.benchmarkIndex,
    }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
