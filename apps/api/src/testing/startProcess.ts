import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const program = join(import.meta.dirname, '../prologue.ts')

export type ServerProcess = {
  url: string
  process: ChildProcess
  /** Everything it printed so far. */
  output(): string
  /** Ends it with a signal and waits for that; answers its exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Runs `prologue start` as a process of its own and waits until it says where it is. */
export async function startProcess(variables: Record<string, string>): Promise<ServerProcess> {
  const { child, output } = launch(variables)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, port] = /Prologue is at \S+:(\d+)/.exec(output()) ?? []
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${output()}`)))
  })
  return {
    url,
    process: child,
    output,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal)
        await once(child, 'exit')
      }
      return child.exitCode
    },
  }
}

/** Runs `prologue start` to its end; answers its exit code and what it printed. */
export async function runToEnd(variables: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(variables)
  await once(child, 'exit')
  return { code: child.exitCode, output: output() }
}

function launch(variables: Record<string, string>) {
  const child = spawn(process.execPath, [program, 'start'], {
    env: { PORT: '0', HOST: '127.0.0.1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  process.once('exit', () => child.kill('SIGKILL'))
  return { child, output: () => text }
}
