import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Unavailable } from '../debian/unpackPackages.ts'
import { freePort } from '../process/freePort.ts'
import { startGuard } from '../process/startGuard.ts'
import { startKept } from '../process/startKept.ts'
import { redisProgram, type RedisProgram } from './redisProgram.ts'

export type RedisServer = {
  /** redis://… of an empty server that keeps nothing on disk. */
  url: string
  /** Where the server program is from, for people. */
  source: string
  version: string
  /** Kills the server as a power cut would. What it held is gone. */
  kill9: () => Promise<void>
  /** Starts an empty server on the same port, killing the old one first if it still runs. */
  restart: () => Promise<void>
  /** Ends the server. */
  stop: () => Promise<void>
}

/**
 * Starts a private Redis, empty, on a free port of 127.0.0.1: the installed one, else one unpacked from Debian's packages. It ends
 * with this process, however that ends. Where none is to be had, answers why.
 */
export async function startRedis(): Promise<RedisServer | Unavailable> {
  const program = await redisProgram()
  return 'skipped' in program ? program : runRedis(program)
}

async function runRedis(program: RedisProgram): Promise<RedisServer> {
  const port = await freePort()
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no']
  const kept = await startKept(startGuard(), {
    launch: () => {
      const started = spawn(program.command, [...program.args, ...options], { stdio: 'ignore', detached: true })
      started.once('error', () => {})
      return started
    },
    async serves(hasEnded) {
      while (!hasEnded()) {
        if (await answers(port)) return true
        await sleep(30)
      }
      return false
    },
    failure: async () => 'redis-server did not start',
  })
  return { url: `redis://127.0.0.1:${port}`, source: program.source, version: program.version, ...kept }
}

/** Whether a Redis answers a ping at this port. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const tell = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.setTimeout(2_000, () => tell(false))
    socket.once('error', () => tell(false))
    socket.once('close', () => resolve(false))
    socket.once('data', (answer) => tell(answer.toString().startsWith('+PONG')))
  })
}
