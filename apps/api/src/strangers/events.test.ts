import { setTimeout } from 'node:timers/promises'
import { clientEvents } from '@prologue/contracts'
import { onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { attacksOn, fieldsOf } from '../testing/strangers/attacks.ts'
import { buildBelongings, type Belongings } from '../testing/strangers/buildBelongings.ts'
import { rowsOf } from '../testing/strangers/rowsOf.ts'

/** How long an answer is waited for, in milliseconds; some events have none. */
const patience = 1_000

const refusalSchema = z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) })

/** What may be answered; CONFLICT says that a draft is not open here, whoever's it is and if there is one. */
const refusals: readonly string[] = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'CONFLICT']

const schemas = z.record(z.string(), z.object({ schema: z.instanceof(z.ZodType) })).parse(clientEvents)
const events = Object.entries(schemas).map(([path, { schema }]) => ({ path, input: schema }))
/** Who listens to the activity is judged by the role alone. */
const namesNothing = ['activity:join', 'activity:leave']

const ask = async (socket: Socket, event: string, input: unknown): Promise<unknown> =>
  socket
    .timeout(patience)
    .emitWithAck(event, input)
    .catch(() => null)

const told = (answer: unknown) => {
  if (answer === null) return null
  const { code, message } = refusalSchema.parse(answer).error
  return { code, message }
}

onEachEngine('what is live of another person', (databaseUrl) => {
  let server: OpenServer
  let world: World
  let victim: Belongings
  const sockets: Socket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
    world = await openWorld(databaseUrl())
    victim = await buildBelongings(world, server.publicUrl)
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
    await world.close()
  })

  /** A socket that is in its own room and draft, and everything it hears from then on. */
  async function connect({ cookie, ids }: Belongings) {
    const url = server.publicUrl
    const extraHeaders = { origin: url, cookie: cookie.value }
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders })
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    const joined: unknown = await socket.emitWithAck('conversation:join', { conversationId: ids.conversation })
    const open = { draftId: ids.draft, clientId: 7, epoch: 1, stateVector: 'AA==' }
    const opened: unknown = await socket.emitWithAck('draft:open', open)
    expect([joined, opened]).toMatchObject([{ ok: true }, { ok: true }])
    // Lists hear of what was built just before once a second at most.
    await setTimeout(1_500)
    const heard: string[] = []
    socket.onAny((...frame: unknown[]) => heard.push(JSON.stringify(frame)))
    return { socket, heard }
  }

  it.each(events.filter(({ path }) => !namesNothing.includes(path)))(
    'is neither shown nor disturbed by $path, whatever ids another person sends',
    { timeout: 120_000 },
    async ({ path: event, input: schema }) => {
      const mine = await buildBelongings(world, server.publicUrl)
      const before = await rowsOf(world, victim)
      const owner = await connect(victim)
      // Three tabs: one socket may not come in and open as often as all of this takes.
      const tabs = await Promise.all([connect(mine), connect(mine), connect(mine)])
      const [first] = tabs

      const attacks = attacksOn({ path: event, input: schema }, mine, victim)
      expect(attacks.length).toBeGreaterThan(10)
      const twin = await ask(first.socket, event, attacks[0]?.twin)
      // Among one's own: a room that one is in already.
      const own = ask(first.socket, 'conversation:join', { conversationId: mine.ids.conversation })
      const answers = await Promise.all(
        attacks.map(async ({ name, input }, index) => {
          const tab = tabs[index % tabs.length] ?? first
          return { name, answer: await ask(tab.socket, event, input) }
        }),
      )
      expect(await own).toMatchObject({ ok: true })
      for (const { name, answer } of answers) {
        expect(JSON.stringify(answer), name).not.toContain(victim.canary)
        expect(told(answer), name).toEqual(told(twin))
        expect([null, ...refusals], name).toContain(told(answer)?.code ?? null)
      }
      const heard = tabs.flatMap((tab) => tab.heard).join('\n')
      for (const theirs of [victim.canary, ...Object.values(victim.ids)]) expect(heard).not.toContain(theirs)
      expect(owner.heard).toEqual([])
      expect(owner.socket.connected).toBe(true)
      expect(await rowsOf(world, victim)).toEqual(before)
      for (const { socket: open } of [owner, ...tabs]) open.close()
    },
  )
})

it('Events without an id of anything are those that are known', () => {
  expect(events.filter((one) => fieldsOf(one).length === 0).map(({ path }) => path)).toEqual(namesNothing)
})
