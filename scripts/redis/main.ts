// A private, empty Redis for working by hand: prints its URL and runs until Ctrl-C.
import { startRedis } from './startRedis.ts'

const server = await startRedis()
if ('skipped' in server) {
  process.stderr.write(`There is no Redis: ${server.skipped}\n`)
  process.exit(1)
}
process.stderr.write(`Redis ${server.version}, ${server.source}. Ctrl-C ends it.\n`)
process.stdout.write(`${server.url}\n`)
const alive = setInterval(() => {}, 60_000)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    clearInterval(alive)
    void server.stop()
  })
}
