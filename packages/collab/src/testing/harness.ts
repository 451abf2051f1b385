import { createServer } from 'node:http'
import type { Ack, ClientToServerEvents, ParticipantRole, ServerToClientEvents } from '@prologue/contracts'
import { AppError, limits, personColour, roleMay } from '@prologue/contracts'
import { Server } from 'socket.io'
import type { DefaultEventsMap } from 'socket.io'
import { io } from 'socket.io-client'
import { vi } from 'vitest'
import * as Y from 'yjs'
import { createDraftClient } from '../client/index.ts'
import type { DraftClient, DraftClientSocket } from '../client/index.ts'
import { draftTextName } from '../protocol.ts'
import { createDraftServer } from '../server/index.ts'
import type { DraftServerLimits, DraftStore } from '../server/index.ts'
import { delayedLine } from './delayedLine.ts'
import { createMemoryStore } from './index.ts'
import type { MemoryStore } from './index.ts'
import { fromBase64, toBase64 } from '../updates/base64.ts'

export type Identity = { userId: string }

export const draftId = '0198a000-0000-7000-8000-000000000001'
export const otherDraftId = '0198a000-0000-7000-8000-000000000002'
export const userId = (number: number) => `0198a000-0000-7000-9000-${String(number).padStart(12, '0')}`

/** Roles by user; who is not in it is an editor, null has no access. */
type Roles = Map<string, ParticipantRole | null>

export type Harness = Awaited<ReturnType<typeof startHarness>>

const atOnce = async () => {}

/** A real server on a free port with a store that outlives it, and all that is to be closed at the end. */
export async function startHarness(options: { store?: MemoryStore; limits?: Partial<DraftServerLimits> } = {}) {
  const store = options.store ?? createMemoryStore()
  if (!options.store) for (const id of [draftId, otherDraftId]) store.create(id)
  const roles: Roles = new Map()
  const errors: object[] = []
  const cleanups: (() => unknown)[] = []
  let access = atOnce
  let port = 0

  async function listen() {
    const http = createServer()
    const sockets = new Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, { identity: Identity }>(http, {
      transports: ['websocket'],
      maxHttpBufferSize: limits.frameBytes,
    })
    const line = severable(store)
    const drafts = createDraftServer<Identity>({
      store: line.store,
      async access({ userId: user }) {
        await access()
        const role = roles.has(user) ? roles.get(user) : 'editor'
        if (!role) throw new AppError('NOT_FOUND')
        const person = { id: user, name: `Person ${user.slice(-2)}`, colour: personColour(user), guest: false }
        return { person, role, canWrite: roleMay(role, 'draft:write') }
      },
      logger: { info() {}, warn() {}, error: (fields) => errors.push(fields) },
      limits: { draftPushesPerSecond: 10_000, ...options.limits },
    })
    sockets.on('connection', (socket) => {
      socket.data.identity = { userId: String(socket.handshake.auth['userId']) }
      drafts.attach(socket)
    })
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
    const address = http.address()
    if (typeof address === 'object' && address) port = address.port
    return { drafts, sockets, sever: line.sever }
  }

  let server = await listen()

  const harness = {
    store,
    roles,
    /** What the server logged as errors. */
    errors,
    get drafts() {
      return server.drafts
    },
    set beforeAccess(wait: () => Promise<void>) {
      access = wait
    },
    connect(user: number, through = port): DraftClientSocket {
      const socket: DraftClientSocket = io(`http://127.0.0.1:${through}`, {
        transports: ['websocket'],
        forceNew: true,
        auth: { userId: userId(user) },
        reconnectionDelay: 20,
        reconnectionDelayMax: 60,
      })
      cleanups.push(() => socket.disconnect())
      return socket
    },
    client(user: number, persistence = false, epoch = 1): DraftClient & { socket: DraftClientSocket } {
      const socket = harness.connect(user)
      const client = createDraftClient({ socket, draftId, epoch, personId: userId(user), persistence })
      cleanups.push(() => client.destroy())
      return { ...client, socket }
    },
    /** Somebody at the end of a line that can be slow. */
    async farClient(user: number) {
      const line = await delayedLine(() => port)
      cleanups.push(line.close)
      const socket = harness.connect(user, line.port)
      const client = createDraftClient({ socket, draftId, epoch: 1, personId: userId(user), persistence: false })
      cleanups.push(() => client.destroy())
      return { ...client, socket, delay: line.delay }
    },
    /** Drops every connection at once and forgets all that is not in the store, as a killed process does. */
    async kill() {
      server.sever()
      await new Promise<void>((resolve) => void server.sockets.close(() => resolve()))
    },
    async start() {
      server = await listen()
    },
    async restart() {
      await harness.kill()
      await harness.start()
    },
    async stop() {
      for (const cleanup of cleanups.toReversed()) await cleanup()
      await new Promise<void>((resolve) => void server.sockets.close(() => resolve()))
      await server.drafts.close()
    },
    /** The text and state as a server would load them after everything else had died. */
    cold() {
      return coldDoc(store)
    },
  }
  return harness
}

/** A store as one process sees it: nothing of a dead one reaches it any more. */
function severable(store: DraftStore) {
  let alive = true
  const ask = <T>(work: () => Promise<T>) => (alive ? work() : Promise.reject(new AppError('DB_UNAVAILABLE')))
  const severed: DraftStore = {
    load: (id) => ask(() => store.load(id)),
    since: (id, sequence) => ask(() => store.since(id, sequence)),
    append: (batch) => ask(() => store.append(batch)),
    compact: (id, fold) => ask(() => store.compact(id, fold)),
    keep: (id, state) => ask(() => store.keep(id, state)),
  }
  return { store: severed, sever: () => void (alive = false) }
}

/** A draft read from the store alone. */
async function coldDoc(store: MemoryStore): Promise<{ doc: Y.Doc; text: string; stateVector: string }> {
  const doc = new Y.Doc()
  const stored = await store.load(draftId)
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot)
  for (const { update } of stored?.updates ?? []) Y.applyUpdate(doc, update)
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('The stored log has a gap.')
  return { doc, text: doc.getText(draftTextName).toJSON(), stateVector: vector(doc) }
}

/** Whether a document has every insertion and every deletion of another at the time of its snapshot. */
export function holds(doc: Y.Doc, { sv, ds }: Y.Snapshot): boolean {
  for (const [client, clock] of sv) if (Y.getState(doc.store, client) < clock) return false
  const deleted = Y.createDeleteSetFromStructStore(doc.store)
  return Y.equalDeleteSets(deleted, Y.mergeDeleteSets([deleted, ds]))
}

/** The state vector in one order, for comparing. */
export function vector(doc: Y.Doc): string {
  return JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].toSorted((a, b) => a[0] - b[0]))
}

/** Long, for machines with much else to do: clients that were refused come back later and later. */
export const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000, interval: 5 })

export const isSaved = (client: DraftClient) => client.status.get().state === 'saved'

export async function settled(...clients: DraftClient[]) {
  await eventually(() => {
    for (const client of clients) if (!isSaved(client)) throw new Error(JSON.stringify(client.status.get()))
    const [first] = clients
    for (const client of clients) {
      if (client.text.toJSON() !== first?.text.toJSON()) throw new Error('texts differ')
    }
  })
}

/** A client of the protocol without the provider: for frames no honest client sends. */
export function rawClient(harness: Harness, user: number) {
  const socket = harness.connect(user)
  const doc = new Y.Doc()
  return {
    socket,
    doc,
    text: doc.getText(draftTextName),
    async open(clientId = doc.clientID, epoch = 1) {
      const stateVector = toBase64(Y.encodeStateVector(doc))
      const ack = await socket.timeout(5_000).emitWithAck('draft:open', { draftId, clientId, epoch, stateVector })
      if (ack.ok) Y.applyUpdate(doc, fromBase64(ack.update))
      return ack
    },
    push: (update: Uint8Array): Promise<Ack<{ sequence: number }>> =>
      socket.timeout(5_000).emitWithAck('draft:push', { draftId, update: toBase64(update) }),
    /** What one transaction on its document made. */
    draw(change: (text: Y.Text) => void): Uint8Array {
      let update: Uint8Array = new Uint8Array()
      const take = (bytes: Uint8Array) => (update = bytes)
      doc.on('update', take)
      doc.transact(() => change(doc.getText(draftTextName)))
      doc.off('update', take)
      return update
    },
  }
}

/** The same, with the draft open. */
export async function openedClient(harness: Harness, user: number) {
  const raw = rawClient(harness, user)
  await raw.open()
  return raw
}

/** An update that a document of its own makes, under a client id. */
export function madeBy(clientId: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

export const codeOf = (ack: Ack<object>) => (ack.ok ? 'ok' : ack.error.code)

/** A wait that the test ends. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { wait: () => promise, open: () => resolve() }
}
