import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { ProviderKind } from '@prologue/contracts'
import { chatCompletions } from './chatCompletions.ts'
import { generateContent } from './generateContent.ts'
import { messages } from './messages.ts'
import { responses } from './responses.ts'
import type { Said, Wire } from './wire.ts'

const wires: readonly Wire[] = [chatCompletions, responses, messages, generateContent]

/** How the server behaves. */
export type Behaviour = {
  /** What the model says; of several the first to the first request, the last to all that follow. */
  replies: readonly string[]
  /** How many characters come at once. */
  pieceLength: number
  /** Milliseconds between two events. */
  pace: number
  /** What the model is called in the answer; null: as it was asked for. */
  version: string | null
  usage: Said['usage']
  finish: Said['finish']
  /** Whether it takes a schema for its answer. */
  schemas: boolean
  /** Whether it streams. */
  streams: boolean
  /** What it fails the first requests with. */
  failures: readonly { status: number; headers?: Record<string, string>; message?: string }[]
  /** Ends the connection after so many bytes of an answer. */
  cutAfter: number | null
  /** Takes requests and begins no answer. */
  holds: boolean
  /** Says nothing more after so many bytes, and keeps the connection. */
  silentAfter: number | null
  /** Where it sends every request instead. */
  redirectTo: string | null
}

const usual: Behaviour = {
  replies: ['{"reply":"Done.","edits":[],"question":null}'],
  pieceLength: 16,
  pace: 0,
  version: null,
  usage: { in: 1_200, cached: 200, out: 80 },
  finish: 'stop',
  schemas: true,
  streams: true,
  failures: [],
  cutAfter: null,
  holds: false,
  silentAfter: null,
  redirectTo: null,
}

export type AskedOf = { path: string; headers: IncomingMessage['headers']; body: Record<string, unknown> }

/** A server of models on this machine. */
export type ModelServer = {
  port: number
  /** The address a provider of this kind is set up with. */
  baseUrl(kind: ProviderKind): string
  /** From now on it behaves so, and as usual in all else; what was asked before is forgotten. */
  behave(how?: Partial<Behaviour>): void
  /** What was asked of it. */
  requests: readonly AskedOf[]
  /** How many connections are open just now. */
  open(): number
  close(): Promise<void>
}

/** Opens a server that speaks what OpenAI, Anthropic and Google speak over HTTP. */
export async function openModelServer(): Promise<ModelServer> {
  let behaviour = usual
  let requests: AskedOf[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    answer(request, response, behaviour, requests).catch(() => response.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    baseUrl: (kind) => `http://127.0.0.1:${port}${kind === 'google' ? '/v1beta' : '/v1'}`,
    behave(how = {}) {
      behaviour = { ...usual, ...how }
      requests = []
    },
    get requests() {
      return requests
    },
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, how: Behaviour, requests: AskedOf[]): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const wire = wires.find(({ takes }) => takes(path))
  const body = await readBody(request)
  const nth = requests.push({ path, headers: request.headers, body }) - 1
  const fail = (status: number, message: string, headers: Record<string, string> = {}) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(wire?.failure(status, message)))

  if (how.holds) return
  if (how.redirectTo !== null) return void response.writeHead(307, { location: how.redirectTo }).end()
  if (!wire) return void fail(404, `There is nothing at ${path}`)
  const failure = how.failures[nth]
  if (failure) return void fail(failure.status, failure.message ?? 'It failed for the test', failure.headers)
  if (!how.schemas && wire.asksSchema(body)) return void fail(400, 'json_schema is not supported')

  const reply = how.replies[Math.min(nth, how.replies.length - 1)] ?? ''
  const asked = typeof body['model'] === 'string' ? body['model'] : 'a-model'
  const said = { pieces: cut(reply, how.pieceLength), model: how.version ?? asked, usage: how.usage, finish: how.finish }
  if (!how.streams) {
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(wire.whole(said)))
  }
  await stream(response, wire.events(said), how)
}

async function stream(
  response: ServerResponse,
  events: readonly string[],
  { pace, cutAfter, silentAfter }: Behaviour,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
  let left = Math.min(cutAfter ?? Infinity, silentAfter ?? Infinity)
  for (const text of events) {
    const bytes = Buffer.from(text)
    if (pace > 0) await setTimeout(pace)
    if (response.destroyed) return
    await write(response, bytes.subarray(0, left))
    left -= bytes.length
    if (left > 0) continue
    if (cutAfter !== null) response.socket?.destroySoon()
    return
  }
  response.end()
}

/** Waits until the bytes have left, so that what is cut afterwards is cut there. */
function write(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => response.write(bytes, () => resolve()))
}

function cut(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) => text.slice(index * length, (index + 1) * length))
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : JSON.parse(text)
}
