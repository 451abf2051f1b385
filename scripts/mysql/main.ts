// A private, empty MySQL for working by hand: prints its URL and runs until Ctrl-C.
import { memoryFolder } from './memoryFolder.ts'
import { startMysql } from './startMysql.ts'

const server = await startMysql({ parent: await memoryFolder() })
if ('skipped' in server) {
  process.stderr.write(`There is no MySQL: ${server.skipped}\n`)
  process.exit(1)
}
process.stderr.write(`MySQL ${server.version}, ${server.source}. Ctrl-C ends it and removes its data.\n`)
process.stdout.write(`${server.url}\n`)
const alive = setInterval(() => {}, 60_000)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    clearInterval(alive)
    void server.stop()
  })
}
