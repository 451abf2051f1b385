import { poolState, type Database } from '@prologue/shared'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { readStored } from './readStored.ts'

type Sockets = { sockets: number; rooms: Record<string, number> }

export type Metrics = ReturnType<typeof makeMetrics>

const none = (): Sockets => ({ sockets: 0, rooms: {} })

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What the process counts about itself, with what the database tells when it is read. Names no person and no text. */
export function makeMetrics(database: Database) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  let countSockets = none

  const calls = new Counter({
    name: 'prologue_calls_total',
    help: 'Calls of procedures by their outcome: OK or the code of the error.',
    labelNames: ['procedure', 'outcome'],
    registers,
  })
  const callSeconds = new Histogram({
    name: 'prologue_call_seconds',
    help: 'Time until a procedure had its answer.',
    labelNames: ['procedure'],
    buckets: seconds,
    registers,
  })
  const events = new Counter({
    name: 'prologue_socket_events_total',
    help: 'Events of sockets that were answered, by outcome; draft:push are edits.',
    labelNames: ['event', 'outcome'],
    registers,
  })
  const eventSeconds = new Histogram({
    name: 'prologue_socket_event_seconds',
    help: 'Time from an event to its acknowledgement; of draft:push until the edit is on the disk.',
    labelNames: ['event'],
    buckets: seconds,
    registers,
  })
  const sockets = new Gauge({ name: 'prologue_sockets', help: 'Open sockets.', registers })
  const rooms = new Gauge({
    name: 'prologue_rooms',
    help: 'Rooms that anybody is in, by what they are of.',
    labelNames: ['kind'],
    registers,
  })
  const pool = new Gauge({
    name: 'prologue_database_connections',
    help: 'Connections to the database that are in use and free, and callers that wait for one.',
    labelNames: ['state'],
    registers,
  })
  const stored = readStored(database, registers)

  function count(): void {
    const open = countSockets()
    sockets.set(open.sockets)
    rooms.reset()
    for (const [kind, number] of Object.entries(open.rooms)) rooms.set({ kind }, number)
    for (const [state, number] of Object.entries(poolState(database.knex))) pool.set({ state }, number)
  }

  return {
    contentType: registry.contentType,
    watchSockets(counting: () => Sockets): void {
      countSockets = counting
    },
    noteCall(procedure: string, outcome: string, took: number): void {
      calls.inc({ procedure, outcome })
      callSeconds.observe({ procedure }, took)
    },
    noteEvent(event: string, outcome: string, took: number): void {
      events.inc({ event, outcome })
      eventSeconds.observe({ event }, took)
    },
    async read(): Promise<string> {
      count()
      await stored.read()
      return registry.metrics()
    },
  }
}
