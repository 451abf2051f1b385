import { readEnv } from '../env.ts'
import { makeLogger } from '../logger.ts'
import { openServer } from '../openServer.ts'

/** How long a stop may take before it is cut short, in milliseconds: less than what service managers allow. */
const patience = 25_000

/** Serves until a signal: SIGTERM and SIGINT let edits and answers under way come to their end. */
export async function start(): Promise<void> {
  const env = readEnv()
  const logger = makeLogger(env.logLevel)
  const server = await openServer(env, logger)

  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'Stopping')
    setTimeout(() => process.exit(1), patience).unref()
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

  // Told last: whoever waits for it may stop the server at once.
  const setup = `Nobody administers it yet. This link, once, makes an account that does:\n${server.setupUrl}\n`
  process.stdout.write(`Prologue is at ${server.publicUrl}\n${server.setupUrl ? setup : ''}`)
}
