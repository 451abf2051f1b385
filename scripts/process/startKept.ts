import type { ChildProcess } from 'node:child_process'
import type { Guard } from './startGuard.ts'

export type Program = {
  launch: () => ChildProcess
  /** Resolves to whether it serves; is to give up once `hasEnded` says so. */
  serves: (hasEnded: () => boolean) => Promise<boolean>
  /** The sentence for people where it did not start. */
  failure: () => Promise<string>
}

export type Kept = {
  /** Kills it as a power cut would. */
  kill9: () => Promise<void>
  /** Starts it again, killing the old one first if it still runs. */
  restart: () => Promise<void>
  /** Ends it, and removes all that the guard watches. */
  stop: () => Promise<void>
}

const startWithin = 60_000

/**
 * Starts a server program that ends when this process does, however that ends.
 * @throws Error where it does not serve within a minute; the guard is released then.
 */
export async function startKept(guard: Guard, { launch, serves, failure }: Program): Promise<Kept> {
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
    const started = launch()
    child = started
    if (started.pid) guard.watchProcess(started.pid)
    const deadline = Date.now() + startWithin
    const hasEnded = () => started.exitCode !== null || started.signalCode !== null || !started.pid || Date.now() > deadline
    if (await serves(hasEnded)) return
    await kill9()
    throw new Error(await failure())
  }

  async function kill9(): Promise<void> {
    const running = child
    child = null
    if (!running?.pid) return
    if (running.exitCode === null && running.signalCode === null) {
      const ended = new Promise((resolve) => running.once('exit', resolve))
      running.kill('SIGKILL')
      await ended
    }
    guard.forgetProcess(running.pid)
  }

  async function stop(): Promise<void> {
    await kill9()
    await guard.release()
  }

  try {
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    kill9,
    stop,
    async restart() {
      await kill9()
      await start()
    },
  }
}
