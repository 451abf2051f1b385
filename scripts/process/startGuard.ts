import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Guard = {
  /** The process is killed when this one ends, however it ends. */
  watchProcess: (pid: number) => void
  /** The process has ended and its number may be taken by another. */
  forgetProcess: (pid: number) => void
  /** The command is run when this process ends, with the environment that this one has now. */
  watchCommand: (command: string[]) => void
  /** The folder is removed when this process ends, after the watched processes and commands. */
  watchFolder: (path: string) => void
  /** Kills and removes what is watched; resolves when that is done. */
  release: () => Promise<void>
}

/** Starts a small process that cleans up after this one, also when this one is killed with -9. */
export function startGuard(): Guard {
  const child = spawn(process.execPath, [fileURLToPath(new URL('guard.ts', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdin.on('error', () => {})
  child.unref()
  const tell = (line: string) => {
    child.stdin.write(`${line}\n`)
  }
  return {
    watchProcess: (pid) => tell(`process ${pid}`),
    forgetProcess: (pid) => tell(`ended ${pid}`),
    watchCommand: (command) => tell(`command ${JSON.stringify(command)}`),
    watchFolder: (path) => tell(`folder ${path}`),
    release: () => {
      child.ref()
      child.stdin.end()
      return exited
    },
  }
}
