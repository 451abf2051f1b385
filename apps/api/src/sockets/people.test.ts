import type { DraftClientSocket } from '@prologue/collab/client'
import type { ParticipantRole, Person, Presence, RoomCloseReason, ShareRole } from '@prologue/contracts'
import { onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { callerOf, connect, signUpPerson, type TestPerson } from '../testing/people.ts'

/** How soon an open socket hears what changed for its person, in milliseconds. */
const soon = 2_000
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

type Somebody = Pick<TestPerson, 'api' | 'cookie'> & { id: string }

onEachEngine('what changes about people', (databaseUrl) => {
  let server: OpenServer
  let world: World
  let url: string
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
    world = await openWorld(databaseUrl())
    url = server.publicUrl
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
    await world.close()
  })

  async function signUp(name: string): Promise<Somebody> {
    const { api, cookie, account } = await signUpPerson(url, name)
    return { api, cookie, id: account.id }
  }

  async function guestBy(token: string): Promise<Somebody> {
    const cookie = { value: '' }
    const api = callerOf(url, cookie)
    await api.shares.enter.mutate({ token, name: 'A guest' })
    return { api, cookie, id: (await api.auth.me.query()).account?.id ?? '' }
  }

  async function open({ cookie }: Somebody): Promise<DraftClientSocket> {
    const socket = await connect(url, cookie)
    sockets.push(socket)
    return socket
  }

  /** A conversation of Ada's with a link that gives a role. */
  async function room(role: ShareRole = 'editor') {
    const ada = await signUp('Ada')
    const { id: conversationId } = await ada.api.conversations.create.mutate({})
    const { share, url: link } = await ada.api.shares.create.mutate({ conversationId, role, expiresInDays: null })
    const { draft } = await ada.api.conversations.get.query({ id: conversationId })
    return { ada, conversationId, share, draft, token: link.split('/s/')[1] ?? '' }
  }

  type Room = Awaited<ReturnType<typeof room>>

  /** A page of somebody with conversation and draft open; what it is told is kept with when. */
  async function page(somebody: Somebody, { conversationId, draft }: Room) {
    const socket = await open(somebody)
    const roles: { role: ParticipantRole; canWrite: boolean }[] = []
    const closed: RoomCloseReason[] = []
    const told: string[] = []
    const times: number[] = []
    const note = (event: string) => {
      told.push(event)
      times.push(performance.now())
    }
    socket.on('draft:role', ({ role, canWrite }) => (roles.push({ role, canWrite }), note('draft:role')))
    socket.on('draft:closed', () => note('draft:closed'))
    socket.on('conversation:closed', ({ reason }) => (closed.push(reason), note('conversation:closed')))
    socket.on('disconnect', () => note('disconnect'))
    const doc = new Y.Doc()
    const joined = await socket.emitWithAck('conversation:join', { conversationId })
    const opened = await socket.emitWithAck('draft:open', {
      draftId: draft.id,
      epoch: draft.epoch,
      clientId: doc.clientID,
      stateVector: base64(Y.encodeStateVector(doc)),
    })
    expect([joined.ok, opened.ok]).toEqual([true, true])
    const push = () => {
      const before = Y.encodeStateVector(doc)
      doc.getText('draft').insert(0, 'x')
      return socket.emitWithAck('draft:push', { draftId: draft.id, update: base64(Y.encodeStateAsUpdate(doc, before)) })
    }
    /** Waits for an event and says how long after `since` it came. */
    async function hears(event: string, since: number): Promise<number> {
      await vi.waitFor(() => expect(told).toContain(event), { timeout: 3 * soon })
      return (times[told.indexOf(event)] ?? Infinity) - since
    }
    return { socket, roles, closed, told, hears, push }
  }

  const follow = async (somebody: Somebody, { token }: Room) => (await somebody.api.shares.accept.mutate({ token }), somebody)

  it('takes the pen from an editor who is demoted, within two seconds: the next edit is refused', async () => {
    const here = await room()
    const grace = await follow(await signUp('Grace'), here)
    const hers = await page(grace, here)
    expect(await hers.push()).toMatchObject({ ok: true })
    await here.ada.api.participants.setRole.mutate({ conversationId: here.conversationId, userId: grace.id, role: 'commenter' })
    expect(await hers.hears('draft:role', performance.now())).toBeLessThan(soon)
    expect(hers.roles).toEqual([{ role: 'commenter', canWrite: false }])
    expect(await hers.push()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    await here.ada.api.participants.setRole.mutate({ conversationId: here.conversationId, userId: grace.id, role: 'editor' })
    await vi.waitFor(() => expect(hers.roles.at(-1)).toEqual({ role: 'editor', canWrite: true }))
  })

  it('closes the conversation for who is removed, within two seconds, and shows the others that they are gone', async () => {
    const here = await room()
    const grace = await follow(await signUp('Grace'), here)
    const hers = await page(grace, here)
    const adas = await page(here.ada, here)
    const seen: string[][] = []
    adas.socket.on('presence:changed', ({ people }) => seen.push(people.map(({ id }) => id)))
    const since = performance.now()
    await here.ada.api.participants.remove.mutate({ conversationId: here.conversationId, userId: grace.id })
    expect(await hers.hears('conversation:closed', since)).toBeLessThan(soon)
    expect(await hers.hears('draft:closed', since)).toBeLessThan(soon)
    expect(hers.closed).toEqual(['access-ended'])
    expect(await hers.push()).toMatchObject({ ok: false })
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([here.ada.id]))
    // She stays signed in, and everything else of hers goes on.
    expect(hers.told).not.toContain('disconnect')
    expect(adas.told).toEqual([])
  })

  it('gives a new name to faces and cursors that are there', async () => {
    const here = await room()
    const grace = await follow(await signUp('Grace'), here)
    const [hers, adas] = [await page(grace, here), await page(here.ada, here)]
    const faces: string[][] = []
    const cursors: (string | undefined)[] = []
    adas.socket.on('presence:changed', ({ people }) => faces.push(people.map(({ name }) => name)))
    adas.socket.on('draft:awareness', ({ entry }) => cursors.push(entry.person.name))
    hers.socket.emit('draft:awareness', { draftId: here.draft.id, state: { cursor: null, typing: true } })
    await vi.waitFor(() => expect(cursors).toEqual(['Grace']))
    await grace.api.account.rename.mutate({ name: 'Grace Hopper' })
    await vi.waitFor(() => expect(faces.at(-1)).toContain('Grace Hopper'), { timeout: soon })
    await vi.waitFor(() => expect(cursors).toEqual(['Grace', 'Grace Hopper']), { timeout: soon })
    expect(hers.told).toEqual([])
  })

  it('closes the other page of who leaves', async () => {
    const here = await room()
    const grace = await follow(await signUp('Grace'), here)
    const hers = await page(grace, here)
    const since = performance.now()
    await grace.api.participants.leave.mutate({ conversationId: here.conversationId })
    expect(await hers.hears('conversation:closed', since)).toBeLessThan(soon)
  })

  it('tells both what they are now when a conversation is handed over', async () => {
    const here = await room()
    const grace = await follow(await signUp('Grace'), here)
    const [hers, adas] = [await page(grace, here), await page(here.ada, here)]
    const since = performance.now()
    await here.ada.api.participants.handOver.mutate({ conversationId: here.conversationId, userId: grace.id })
    expect(await hers.hears('draft:role', since)).toBeLessThan(soon)
    expect(await adas.hears('draft:role', since)).toBeLessThan(soon)
    expect([hers.roles, adas.roles]).toEqual([[{ role: 'owner', canWrite: true }], [{ role: 'editor', canWrite: true }]])
    // The link goes with the conversation: who comes by it keeps what it gives, whatever becomes of the former owner.
    const bert = await follow(await signUp('Bert'), here)
    const his = await page(bert, here)
    await grace.api.participants.remove.mutate({ conversationId: here.conversationId, userId: here.ada.id })
    expect(await adas.hears('conversation:closed', performance.now())).toBeLessThan(soon)
    expect(his.told).toEqual([])
    expect(await his.push()).toMatchObject({ ok: true })
  })

  it('ends the session of a guest whose link is withdrawn; the page hears why, and nobody comes in again', async () => {
    const here = await room()
    const guest = await guestBy(here.token)
    const theirs = await page(guest, here)
    expect(await theirs.push()).toMatchObject({ ok: true })
    const since = performance.now()
    await here.ada.api.shares.revoke.mutate({ id: here.share.id })
    expect(await theirs.hears('disconnect', since)).toBeLessThan(soon)
    expect(theirs.told.indexOf('conversation:closed')).toBeLessThan(theirs.told.indexOf('disconnect'))
    expect(theirs.closed).toContain('access-ended')
    await expect(connect(url, guest.cookie)).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED' } })
    expect((await guest.api.auth.me.query()).account).toBeNull()
  })

  it('ends the session of a guest when the link ends, which nobody announces', async () => {
    const here = await room()
    const guest = await guestBy(here.token)
    const endsAt = new Date(Date.now() + 1_500)
    await world.database.knex('sessions').where({ userId: guest.id }).update({ endsAt })
    const theirs = await page(guest, here)
    expect(theirs.told).toEqual([])
    const since = performance.now() + (endsAt.getTime() - Date.now())
    expect(await theirs.hears('disconnect', since)).toBeLessThan(soon)
    expect(theirs.closed).toEqual(['access-ended'])
  })

  it('ends the session of a guest with a link they follow while their page is open, when it ends earlier', async () => {
    const here = await room()
    const guest = await guestBy(here.token)
    const theirs = await page(guest, here)
    const other = await room()
    const endsAt = new Date(Date.now() + 3_000)
    await world.database.knex('conversation_shares').where({ id: other.share.id }).update({ expiresAt: endsAt })
    await follow(guest, other)
    expect(Date.now()).toBeLessThan(endsAt.getTime())
    expect(theirs.told).toEqual([])
    const since = performance.now() + (endsAt.getTime() - Date.now())
    expect(await theirs.hears('disconnect', since)).toBeLessThan(soon)
    expect(theirs.closed).toEqual(['access-ended'])
  })

  it('is heard by a guest who signs up: a session of their own, with the place the guest had', async () => {
    const here = await room()
    const guest = await guestBy(here.token)
    const theirs = await page(guest, here)
    const answer = await guest.api.auth.signUp.mutate({
      name: 'Grace',
      email: `${guest.id}@example.com`,
      password: 'a long enough password',
    })
    expect(answer).toMatchObject({ status: 'signed-in', account: { role: 'user' } })
    await theirs.hears('disconnect', performance.now())
    expect((await guest.api.auth.me.query()).account).toMatchObject({ role: 'user', name: 'Grace' })
    expect((await guest.api.conversations.get.query({ id: here.conversationId })).role).toBe('editor')
  })

  describe('presence', () => {
    it('says who is idle and who types, of all pages of a person together', async () => {
      const here = await room('viewer')
      const grace = await follow(await signUp('Grace'), here)
      const [first, second, adas] = [await page(grace, here), await page(grace, here), await page(here.ada, here)]
      const { conversationId } = here
      const states: { personId: string; idle: boolean; typing: boolean }[] = []
      adas.socket.on('presence:updated', ({ personId, state }) => states.push({ personId, ...state }))
      const steps = [
        [first, { idle: true, typing: false }, { idle: false, typing: false }],
        [second, { idle: true, typing: false }, { idle: true, typing: false }],
        [first, { idle: false, typing: true }, { idle: false, typing: true }],
      ] as const
      for (const [index, [by, state, seen]] of steps.entries()) {
        by.socket.emit('presence:update', { conversationId, state })
        await vi.waitFor(() => expect(states[index]).toEqual({ personId: grace.id, ...seen }))
      }
      const late = await open(here.ada)
      const answer = await late.emitWithAck('conversation:join', { conversationId })
      const people: Presence[] = answer.ok ? answer.people : []
      const doing = new Map(people.map(({ id, idle, typing }) => [id, { idle, typing }]))
      expect(doing).toEqual(
        new Map([
          [grace.id, { idle: false, typing: true }],
          [here.ada.id, { idle: false, typing: false }],
        ]),
      )
    })

    it('shows each in the colour they have in the conversation, here and in the draft', async () => {
      const here = await room()
      const people = [here.ada]
      for (const name of ['Grace', 'Bert', 'Cleo']) people.push(await follow(await signUp(name), here))
      const pages: Awaited<ReturnType<typeof page>>[] = []
      for (const person of people) pages.push(await page(person, here))
      const { participants } = await here.ada.api.conversations.get.query({ id: here.conversationId })
      const colours = new Map(participants.map(({ person }) => [person.id, person.colour]))
      expect(new Set(colours.values()).size).toBe(people.length)
      const answer = await pages[0]?.socket.emitWithAck('conversation:join', { conversationId: here.conversationId })
      const shown: Person[] = answer?.ok ? answer.people : []
      expect(new Map(shown.map(({ id, colour }) => [id, colour]))).toEqual(colours)
      const cursor = new Promise<Person>((resolve) => {
        pages[0]?.socket.on('draft:awareness', ({ entry }) => resolve(entry.person))
      })
      pages[1]?.socket.emit('draft:awareness', { draftId: here.draft.id, state: { cursor: null, typing: true } })
      expect((await cursor).colour).toBe(colours.get(people[1]?.id ?? ''))
    })

    it('is told to a room only by who is in it, and not as often as anybody likes', async () => {
      const here = await room()
      const grace = await follow(await signUp('Grace'), here)
      const [hers, adas] = [await page(grace, here), await page(here.ada, here)]
      const { conversationId } = here
      let told = 0
      adas.socket.on('presence:updated', () => (told += 1))
      const outside = await open(await signUp('Mallory'))
      outside.emit('presence:update', { conversationId, state: { idle: false, typing: true } })
      for (let number = 0; number < 80; number++) {
        hers.socket.emit('presence:update', { conversationId, state: { idle: false, typing: number % 2 === 0 } })
      }
      await vi.waitFor(() => expect(told).toBeGreaterThan(0))
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(told).toBeLessThan(30)
      const answer = await adas.socket.emitWithAck('conversation:join', { conversationId })
      expect(answer.ok && answer.people.map(({ id }) => id).toSorted()).toEqual([grace.id, here.ada.id].toSorted())
    })
  })
})
