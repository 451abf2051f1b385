import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { DraftClientSocket } from '@prologue/collab/client'
import type { Ack, ActivityJoined } from '@prologue/contracts'
import { onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { connect, signUpPerson, type TestPerson } from '../testing/people.ts'

const soon = { timeout: 10_000 }
const rowsInAll = 5_000
const rowsAtOnce = 5
/** In each of them the line drops while rows are written. */
const rounds = 10

const join = (socket: DraftClientSocket) =>
  new Promise<Ack<ActivityJoined>>((resolve) => socket.emit('activity:join', {}, resolve))

onEachEngine('what happens on the server', (databaseUrl) => {
  let server: OpenServer
  let world: World
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
    world = await openWorld(databaseUrl())
  })
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close()
  })
  afterAll(async () => {
    await server.close()
    await world.close()
  })

  async function open(person: TestPerson): Promise<DraftClientSocket> {
    const socket = await connect(server.publicUrl, person.cookie)
    sockets.push(socket)
    return socket
  }

  async function somebody(role: 'admin' | 'moderator' | 'user') {
    const person = await signUpPerson(server.publicUrl)
    await world.database.knex('users').where({ id: person.account.id }).update({ role })
    return person
  }

  /** Hears as the page does: it goes on from a settled number, and has of each row one. */
  function reader(admin: TestPerson, entityType: string) {
    const seen: string[] = []
    const known = new Set<string>()
    let after: number | null = null
    let told = 0
    let reading: Promise<void> = Promise.resolve()

    async function read(): Promise<void> {
      const through = told
      for (let next: number | null = after ?? 0; next !== null;) {
        const page = await admin.api.activity.news.query({ after: next, entityType })
        for (const { id } of page.items) {
          if (!known.has(id)) seen.push(id)
          known.add(id)
        }
        next = page.next
      }
      after = Math.max(after ?? 0, through)
    }
    const hear = (settled: number) => {
      told = Math.max(told, settled)
      reading = reading.then(read)
    }
    return {
      seen,
      async come(): Promise<DraftClientSocket> {
        const socket = await open(admin)
        socket.on('activity:changed', ({ settled }) => after !== null && hear(settled))
        const answer = await join(socket)
        if (!answer.ok) throw new Error(answer.error.message)
        after ??= answer.settled
        hear(answer.settled)
        return socket
      },
      ended: () => reading,
    }
  }

  /** Takes a moment: on MySQL each in a transaction that ends after it, so that numbers are not committed in their order. */
  async function write(entityType: string, slow: boolean): Promise<string[]> {
    const { knex, dialect } = world.database
    const rows = Array.from({ length: rowsAtOnce }, () => ({
      id: randomUUID(),
      action: 'create',
      entityType,
      requestId: 'test',
      createdAt: new Date(),
    }))
    const moment = () => setTimeout(slow ? 700 : Math.random() * 40)
    if (dialect.name === 'sqlite') {
      await moment()
      await knex('audit_logs').insert(rows)
    } else {
      await knex.transaction(async (trx) => {
        await trx('audit_logs').insert(rows)
        await moment()
      })
    }
    return rows.map(({ id }) => id)
  }

  it('is heard without gap or double, however often the line drops', { timeout: 240_000 }, async () => {
    const feed = reader(await somebody('admin'), 'templates')
    let socket = await feed.come()
    const written: string[] = []
    for (let round = 0; round < rounds; round++) {
      let left = rowsInAll / rounds / rowsAtOnce
      const writer = async (slow: boolean) => {
        while (left-- > 0) written.push(...(await write('templates', slow && left % 20 === 0)))
      }
      const writers = Promise.all([writer(true), writer(false), writer(false), writer(false)])
      await setTimeout(round % 2 ? 20 : 150)
      socket.close()
      await setTimeout(round % 3 ? 0 : 100)
      socket = await feed.come()
      await writers
    }
    expect(written).toHaveLength(rowsInAll)
    await vi.waitFor(async () => {
      await feed.ended()
      expect(feed.seen.length).toBe(rowsInAll)
    }, soon)
    expect(feed.seen.toSorted()).toEqual(written.toSorted())
  })

  it('is told also of a row whose number is below that of one told before', { timeout: 60_000 }, async () => {
    const feed = reader(await somebody('admin'), 'prompts')
    await feed.come()
    const late = write('prompts', true)
    await setTimeout(50)
    const early = await write('prompts', false)
    await vi.waitFor(() => expect(feed.seen).toEqual(expect.arrayContaining(early)), soon)
    const all = [...early, ...(await late)]
    await vi.waitFor(() => expect(feed.seen.toSorted()).toEqual(all.toSorted()), soon)
  })

  it('is refused to all but administrators, who hear nothing of it', { timeout: 60_000 }, async () => {
    const admin = await open(await somebody('admin'))
    const heard: string[] = []
    for (const role of ['user', 'moderator'] as const) {
      const socket = await open(await somebody(role))
      socket.on('activity:changed', () => heard.push(role))
      expect(await join(socket)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    }
    const quiet = await open(await somebody('admin'))
    quiet.on('activity:changed', () => heard.push('who did not ask'))
    await join(admin)
    const news = vi.fn<() => void>()
    admin.on('activity:changed', news)
    await write('comments', false)
    await vi.waitFor(() => expect(news).toHaveBeenCalled(), soon)
    expect(heard).toEqual([])
  })

  it('is not heard any more by an administrator whose role is taken', { timeout: 60_000 }, async () => {
    const [taken, other] = [await somebody('admin'), await somebody('admin')]
    const [gone, stays] = [await open(taken), await open(other)]
    const [hears, heardOn] = [vi.fn<() => void>(), vi.fn<() => void>()]
    await join(gone)
    await join(stays)
    await other.api.users.setRole.mutate({ id: taken.account.id, role: 'user' })
    await vi.waitFor(() => expect(gone.connected).toBe(false), soon)
    gone.on('activity:changed', hears)
    stays.on('activity:changed', heardOn)
    await write('comments', false)
    await vi.waitFor(() => expect(heardOn).toHaveBeenCalled(), soon)
    expect(hears).not.toHaveBeenCalled()
    await expect(taken.api.activity.news.query({ after: 0 })).rejects.toMatchObject({
      data: { wire: { code: 'UNAUTHENTICATED' } },
    })
  })
})
