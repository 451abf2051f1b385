import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'playwright/test'

const program = join(import.meta.dirname, '../../apps/api/dist/prologue.js')

export type BuiltServer = {
  url: string
  setupUrl: string | null
  /** Where it keeps what it has, its database among it. */
  dataDir: string
  /** Kills it as a power cut would, and starts it again on the same data and port. */
  killAndRestart: () => Promise<void>
  kill: () => Promise<void>
  restart: () => Promise<void>
  /** Kills it and takes away what it kept. */
  remove: () => Promise<void>
}

type Running = { child: ChildProcess; url: string; setupUrl: string | null }
type Variables = Readonly<Record<string, string>>

/** Runs the built server as `npm start` does, until it says where it is. */
async function launch(dataDir: string, port: string, variables: Variables): Promise<Running> {
  const child = spawn(process.execPath, [program, 'start'], {
    env: { PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'error', TRUST_PROXY: '1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  let text = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      const [found] = /(?<=Prologue is at )\S+/.exec(text) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${text}`)))
  })
  const [setupUrl = null] = /\S+\/signup#\S+/.exec(text) ?? []
  return { child, url, setupUrl }
}

async function kill({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** A server with an empty database of its own, set as `variables` say. */
export async function startServer(variables: Variables = {}): Promise<BuiltServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prologue-e2e-'))
  let running = await launch(dataDir, '0', variables)
  const { url, setupUrl } = running
  const { port } = new URL(url)
  const restart = async () => {
    running = await launch(dataDir, port, variables)
  }
  return {
    url,
    setupUrl,
    dataDir,
    kill: () => kill(running),
    restart,
    async killAndRestart() {
      await kill(running)
      await restart()
    },
    async remove() {
      await kill(running)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Tests that ask for nothing else share the server of their worker. */
export const test = base.extend<object, { server: BuiltServer }>({
  server: [
    // Playwright reads which fixtures one needs from its parameters: none here.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
})

export { expect } from 'playwright/test'
