import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningServer } from '../server/startServer.ts'
import type { Shape } from '../shapes.ts'
import type { Connect, Wire } from '../wire/wire.ts'
import { createAuthor } from './createAuthor.ts'
import { createMarks } from './createMarks.ts'
import { typeOn } from './typeOn.ts'

/** What one shape cost one server once. Times are milliseconds. */
export type Pressed = {
  /** Until the last reader had each edit. */
  last: number[]
  /** Until each edit was acknowledged. */
  ack: number[]
  /** Edits a second that were acknowledged. */
  rate: number
  /** Of the server's processors, for 10,000 edits. */
  cpu: number
}

const settleWithin = 30_000

/** Everybody opens fresh drafts, writes in the shape's rhythm, or, `flatOut`, as fast as it is acknowledged. */
export async function press(
  server: RunningServer,
  connect: Connect,
  shape: Shape,
  seed: number,
  flatOut: boolean,
): Promise<Pressed> {
  const marks = createMarks()
  const ack: number[] = []
  const failures: unknown[] = []
  const wires: Wire[] = []
  const prepared = await server.ask('prepare', { drafts: shape.drafts, people: shape.people })
  const writers: { type: () => Promise<void> }[] = []
  for (const { draftId, epoch, people } of prepared) {
    for (const person of people) {
      const author = createAuthor()
      const wire = await connect({ port: server.port, draftId, epoch, ...person }, author.clientId, marks.find)
      wires.push(wire)
      writers.push({
        async type() {
          const since = performance.now()
          const update = author.write(marks.make(people.length - 1))
          await wire.send(update).catch((error: unknown) => failures.push(error))
          ack.push(performance.now() - since)
        },
      })
    }
  }
  try {
    // The first edit of everybody brings their client ids, which no later one does.
    await Promise.all(writers.map((writer) => writer.type()))
    await until(() => marks.left() === 0)
    marks.last.length = 0
    ack.length = 0

    const before = await server.ask('usage', null)
    const began = performance.now()
    if (flatOut) await Promise.all(writers.map(({ type }) => typeFlatOut(type, shape.seconds)))
    else
      await typeOn(
        writers.map(({ type }) => ({ type: () => void type() })),
        shape,
        seed,
      )
    const seconds = (performance.now() - began) / 1_000
    const rate = ack.length / seconds
    await until(() => marks.left() === 0)
    const after = await server.ask('usage', null)
    if (failures.length > 0) throw new Error(`${failures.length} edits were refused: ${String(failures[0])}`)
    return { last: marks.last, ack, rate, cpu: ((after.cpu - before.cpu) / ack.length) * 10_000 }
  } finally {
    for (const wire of wires) wire.close()
  }
}

async function typeFlatOut(type: () => Promise<void>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000
  while (performance.now() < end) await type()
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + settleWithin
  while (!holds()) {
    if (performance.now() > end) throw new Error('Not everything had arrived in time.')
    await sleep(5)
  }
}
