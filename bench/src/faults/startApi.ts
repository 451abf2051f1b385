import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'

const program = fileURLToPath(new URL('../../../apps/api/dist/prologue.js', import.meta.url))

export type Api = {
  url: string
  pid: number | undefined
  /** Milliseconds from its start until it said that it was ready. */
  readyAfter: number
  /** Ends it with a signal; answers its exit code, null where it was killed, and how long that took in milliseconds. */
  end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<{ code: number | null; took: number }>
  /** Everything it printed. */
  output: () => string
}

/** Runs the built server until it is ready. A port of 0 is any free one. */
export async function startApi(databaseUrl: string, dataDir: string, port: number): Promise<Api> {
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'start'], {
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      TRUST_PROXY: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  let text = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString()
      const [, found] = /Prologue is at \S+:(\d+)/.exec(text) ?? []
      if (found) resolve(`http://127.0.0.1:${found}`)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${text}`)))
  })
  await untilReady(url)
  return {
    url,
    pid: child.pid,
    readyAfter: performance.now() - began,
    output: () => text,
    async end(signal) {
      const asked = performance.now()
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal)
        await once(child, 'exit')
      }
      return { code: child.exitCode, took: performance.now() - asked }
    },
  }
}

/** Waits until the server and its database answer; answers how long that took in milliseconds. */
export async function untilReady(url: string): Promise<number> {
  const began = performance.now()
  for (;;) {
    const { status } = await fetch(`${url}/ready`).catch(() => ({ status: 0 }))
    if (status === 200) return performance.now() - began
    if (performance.now() - began > 60_000) throw new Error('The server was not ready again after a minute.')
    await sleep(20)
  }
}
