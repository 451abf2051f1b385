import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { limits } from '@prologue/contracts'
import { fillDatabase, migrate, openDatabase, type Database } from '@prologue/shared'
import { median, quantile } from '../collab/result/figures.ts'
import { table } from '../collab/result/table.ts'
import { startBuilt } from '../startBuilt.ts'
import { openFeed } from './openFeed.ts'
import { signUp } from './people.ts'

const rowsInAll = 100_000
/** The generator writes 5 million rows at scale 1. */
const scale = rowsInAll / 5_000_000

/** Milliseconds: a person calls the server no more than twenty times a second. */
const scrollEvery = 70

declare global {
  interface Window {
    longTasks: number[]
  }
}

/** Runs in the page: notes what took longer than 50 ms from now on. */
function watchTasks(): void {
  window.longTasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration)
  }).observe({ type: 'longtask' })
}

/** Runs in the page: scrolls to its end again and again for two seconds; answers how long each frame took. */
async function scrollOn(every: number): Promise<number[]> {
  const frames: number[] = []
  const began = await new Promise<number>(requestAnimationFrame)
  let last = began
  let scrolled = began
  while (last - began < 2_000) {
    if (last - scrolled >= every) {
      window.scrollTo({ top: document.body.scrollHeight })
      scrolled = last
    }
    const now = await new Promise<number>(requestAnimationFrame)
    frames.push(now - last)
    last = now
  }
  return frames
}

/** The jobs of a new server find much to do in two years of data, and the audit tells of all of it: until it tells no more. */
async function jobsDone({ knex }: Database): Promise<void> {
  for (let [last, before] = [0, -1]; last !== before;) {
    await wait(5_000)
    const [row] = await knex('audit_logs').max<{ last: number }[]>({ last: 'sequence' })
    before = last
    last = row?.last ?? 0
  }
}

const figures = (ms: readonly number[]) => [
  String(ms.length),
  ...(ms.length === 0 ? ['', '', ''] : [median(ms), quantile(ms, 0.95), Math.max(...ms)].map((value) => value.toFixed(0))),
]

/** Walks the feed down through 100,000 rows, each page as soon as the one before is there, and looks at every task of the page. */
export async function scroll(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prologue-bench-'))
  const cleanups: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    const address = `sqlite:${join(folder, 'filled.sqlite')}`
    const database = await openDatabase(address)
    await migrate(database)
    await fillDatabase(database, { scale, seed: 1, until: new Date() }, () => {})
    cleanups.push(() => database.close())
    const server = await startBuilt({ TRUST_PROXY: '1', DATABASE_URL: address })
    cleanups.push(server.stop)
    await jobsDone(database)
    const admin = await signUp(server, 'Root', server.setupToken ?? undefined)
    const { page, close } = await openFeed(server, admin)
    cleanups.push(close)
    let read = 0
    page.on('response', (response) => {
      if (response.url().includes('activity.list')) read += 1
    })
    await page.evaluate(watchTasks)
    const frames: number[] = []
    for (let pages = -1; read * limits.page < rowsInAll && read > pages;) {
      pages = read
      frames.push(...(await page.evaluate(scrollOn, scrollEvery)))
    }
    const tasks = await page.evaluate(() => window.longTasks)
    const rows = [
      ['', 'count', 'p50', 'p95', 'max', 'target', ''],
      ['frames', ...figures(frames), '', ''],
      ['tasks over 50 ms', ...figures(tasks), 'none', tasks.length === 0 ? '✓' : '✗'],
    ]
    return `${read} pages of the feed read while scrolling through ${rowsInAll.toLocaleString('en')} rows, ms\n${table(rows, 1)}`
  } finally {
    for (const cleanup of cleanups.toReversed()) await cleanup()
  }
}
