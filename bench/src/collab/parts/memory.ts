import { createAuthor } from '../load/createAuthor.ts'
import { table } from '../result/table.ts'
import type { Wire } from '../wire/wire.ts'
import type { Part } from './part.ts'

const drafts = 1_000
const size = 10_000
const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(0)

/** What a server's process holds that has a thousand drafts of 10 kB open, each by somebody. */
export const memory: Part = async ({ contenders }) => {
  const rows: string[][] = []
  for (const { name, connect, start, databaseUrl } of contenders) {
    let server = await start()
    const wires: Wire[] = []
    try {
      const prepared = await server.ask('prepare', { drafts, people: 1 })
      // What making a thousand accounts and drafts leaves behind is no part of having them open.
      if (databaseUrl !== null) {
        await server.stop()
        server = await start()
      }
      const before = await server.ask('usage', null)
      for (const { draftId, epoch, people } of prepared) {
        const [person] = people
        if (!person) throw new Error('A draft needs somebody.')
        const author = createAuthor()
        const wire = await connect({ port: server.port, draftId, epoch, ...person }, author.clientId, () => {})
        wires.push(wire)
        await wire.send(author.write('Ask what is not clear before you answer. '.repeat(size / 41)))
      }
      const after = await server.ask('usage', null)
      rows.push([name, megabytes(before.rss), megabytes(after.rss)])
    } finally {
      for (const wire of wires) wire.close()
      await server.stop()
    }
  }
  return [
    `Memory of the process (RSS, MB) with ${drafts} drafts of ${size / 1_000} kB open, one connection each`,
    table([['server', 'before', 'after'], ...rows], 1),
  ].join('\n')
}
