import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const program = join(import.meta.dirname, '../../../apps/api/dist/prologue.js')

/** How long a command took, in seconds, and the most memory it had at once, in megabytes. */
export type Run = { seconds: number; peak: number }

/** Runs a command of the built program on a database as an operator does. @throws Error with what it said where it ends with anything but 0 */
export async function runPrologue(args: readonly string[], database: string, dataDir: string): Promise<Run> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, ...args], {
    env: { DATABASE_URL: database, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve)
    child.once('error', reject)
  })
  let peak = 0
  const over = new AbortController()
  const end = () => over.abort()
  void ended.then(end, end)
  while (!over.signal.aborted) {
    peak = Math.max(peak, await peakOf(child.pid))
    await wait(20)
  }
  const code = await ended
  if (code !== 0) throw new Error(`prologue ${args.join(' ')} ended with ${code}: ${said}`)
  return { seconds: (performance.now() - began) / 1_000, peak }
}

/** The most that a process has had so far, as Linux keeps it; 0 once it is gone. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024
}
