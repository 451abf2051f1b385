import { pino } from 'pino'
import { readEnv } from '../env.ts'
import { openServer } from '../openServer.ts'

/** Serves until a signal: SIGTERM and SIGINT let edits and answers under way come to their end. */
export async function start(): Promise<void> {
  const env = readEnv()
  // Log lines are for machines and go to standard error; what a person should read goes to standard output.
  const logger = pino({ level: env.logLevel }, pino.destination({ fd: 2, sync: true }))
  const server = await openServer(env, logger)

  const setup = `Nobody administers it yet. This link, once, makes an account that does:\n${server.setupUrl}\n`
  process.stdout.write(`Prologue is at ${server.publicUrl}\n${server.setupUrl ? setup : ''}`)

  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'Stopping')
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'The stop failed')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
