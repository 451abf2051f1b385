import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../../apps/api/dist/prologue.js')

export type Built = {
  url: string
  /** Behind the `#` of the link by which the first administrator signs up; null where there is one. */
  setupToken: string | null
  stop: () => Promise<void>
}

/** The built server, set as `variables` say; where they name no database, with an empty one of its own, which goes with it. */
export async function startBuilt(variables: Readonly<Record<string, string>> = {}): Promise<Built> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prologue-bench-'))
  const child = spawn(process.execPath, [program, 'start'], {
    env: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const [found] = /(?<=Prologue is at )\S+/.exec(said) ?? []
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  const stop = async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
  const [setupToken = null] = /(?<=\/signup#)\S+/.exec(said) ?? []
  return { url, setupToken, stop }
}
