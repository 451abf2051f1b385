import { openColdReader } from '../load/openColdReader.ts'
import type { ColdReader } from '../load/openColdReader.ts'
import { measure } from '../load/measure.ts'
import { figuresOf } from '../result/figures.ts'
import type { Figures } from '../result/figures.ts'
import { report } from '../result/report.ts'
import type { RunningServer } from '../server/startServer.ts'
import { shapes } from '../shapes.ts'
import type { Part } from './part.ts'

type Entered = { name: string; server: RunningServer; cold: ColdReader | null }

/**
 * How long a letter takes to the others' screens and to the disk, with the application's own client, beside a bare Socket.IO relay.
 * Throws when replicas differ or an acknowledged edit is lost.
 */
export const screens: Part = async ({ contenders, rounds, shape: only }) => {
  const faults: string[] = []
  let acknowledged = 0
  const figures = new Map<string, Figures[]>()
  const roundsOf = (shape: string, name: string) => figures.getOrInsert(`${shape} ${name}`, [])
  const compared = contenders.filter(({ name, databaseUrl }) => name === 'Socket.IO relay' || databaseUrl !== null)
  const wanted = shapes.filter(({ name }) => only === null || name === only)
  const entered: Entered[] = []
  try {
    for (const { name, start, databaseUrl } of compared)
      entered.push({ name, server: await start(), cold: databaseUrl === null ? null : await openColdReader(databaseUrl) })

    // The first round is only for the just-in-time compilers.
    for (let round = 0; round <= rounds; round += 1) {
      for (const shape of wanted) {
        // Everybody comes first, second and last in turn.
        const order = entered.map((_, index) => entered[(index + round) % entered.length]).filter((each) => each !== undefined)
        for (const { name, server, cold } of order) {
          const measured = await measure(server, cold && cold.read, round === 0 ? { ...shape, seconds: 1 } : shape, round)
          acknowledged += cold ? measured.acknowledged : 0
          faults.push(...measured.faults.map((fault) => `${shape.name} on ${name}: ${fault}`))
          if (round > 0) roundsOf(shape.name, name).push(figuresOf(measured))
        }
      }
    }
  } finally {
    for (const { server, cold } of entered) {
      await server.stop()
      await cold?.close()
    }
  }

  if (faults.length > 0) throw new Error(faults.join('\n'))
  const [relay, ...servers] = entered.map(({ name }) => name)
  const results = wanted.map(({ name: shape }) => ({
    shape,
    relay: roundsOf(shape, relay ?? ''),
    servers: servers.map((name) => ({ name, rounds: roundsOf(shape, name) })),
  }))
  const equal = 'All replicas are equal, and equal to what a cold start reads'
  return `${report(results)}\n\n${equal}; of ${acknowledged} acknowledged edits none is lost.`
}
