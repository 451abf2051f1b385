import { randomUUID } from 'node:crypto'
import type { DraftClientSocket } from '@prologue/collab/client'
import { buildConversation, buildParticipant, onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import type { Email } from 'postal-mime'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openMailServer, type TestMailServer } from '../testing/mailServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { callerOf, connect } from '../testing/people.ts'
import { signIn } from '../testing/strangers/buildBelongings.ts'

const publicUrl = 'https://prologue.example'

onEachEngine('mails about conversations, by a real mail server', (databaseUrl) => {
  let mailServer: TestMailServer
  let server: OpenServer
  let world: World
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    mailServer = await openMailServer()
    server = await openTestServer(databaseUrl(), {
      publicUrl,
      mailServer: { url: mailServer.url, from: 'Prologue <prologue@example.com>' },
    })
    world = await openWorld(databaseUrl())
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
    await world.close()
    await mailServer.close()
  })

  async function mailsTo(address: string): Promise<Email[]> {
    return (await mailServer.received()).filter(({ to }) => to?.some((one) => one.address === address))
  }

  async function mailTo(address: string): Promise<Email> {
    const [mail] = await vi.waitFor(
      async () => {
        const mails = await mailsTo(address)
        expect(mails).toHaveLength(1)
        return mails
      },
      { timeout: 20_000 },
    )
    if (!mail) throw new Error(`No mail came to ${address}`)
    return mail
  }

  /** A conversation of Ada's and Grace, whose address is confirmed, in it; nobody has a page open. */
  async function build() {
    const { id: conversationId, owner } = await buildConversation(world)
    const grace = await buildParticipant(world, conversationId, 'editor')
    const email = `${randomUUID()}@example.com`
    const confirmed = { email, emailCanonical: email, emailVerifiedAt: new Date() }
    await world.database.knex('users').where({ id: grace.id }).update(confirmed)
    const cookieOf = (user: { id: string }) => signIn(world, publicUrl, user)
    const apiOf = async (user: { id: string }) => callerOf(server.publicUrl, await cookieOf(user), publicUrl)
    return { conversationId, email, grace, owner, cookieOf, apiOf, api: await apiOf(owner) }
  }

  it('invite an address, which opens the conversation to one person without an account', async () => {
    const { conversationId, api, owner } = await build()
    await world.database.knex('users').where({ id: owner.id }).update({ name: '<b>Ada</b>' })
    const email = `${randomUUID()}@example.org`
    expect(await api.participants.invite.mutate({ conversationId, role: 'commenter', email })).toEqual({ status: 'invited' })
    const mail = await mailTo(email)
    expect(mail.subject).toBe('You are invited to a conversation')
    expect(mail.text).toContain('<b>Ada</b> invites you')
    expect(mail.html).toContain('&lt;b&gt;Ada&lt;/b&gt; invites you')
    const [link = ''] = /https:\/\/prologue\.example\/s\/[\w-]{43}/.exec(mail.text ?? '') ?? []
    const token = link.split('/s/')[1] ?? ''
    const cookie = { value: '' }
    const guest = callerOf(server.publicUrl, cookie, publicUrl)
    expect(await guest.shares.enter.mutate({ token, name: 'Bert' })).toEqual({ conversationId })
    expect(cookie.value).toMatch(/^__Host-prologue=/)
    expect((await guest.conversations.get.query({ id: conversationId })).role).toBe('commenter')
    const late = callerOf(server.publicUrl, { value: '' }, publicUrl)
    await expect(late.shares.enter.mutate({ token, name: 'Late' })).rejects.toMatchObject({
      data: { wire: { code: 'NOT_FOUND' } },
    })
  })

  it('reach who is away, once an hour for a conversation, and lead there', async () => {
    const { conversationId, api, email, grace } = await build()
    for (const role of ['viewer', 'editor', 'commenter'] as const) {
      await api.participants.setRole.mutate({ conversationId, userId: grace.id, role })
    }
    const mail = await mailTo(email)
    expect(mail.subject).toBe('Your role in a conversation was changed')
    expect(mail.text).toContain('Ada changed your role in “Untitled”: you are a viewer now.')
    expect(mail.text).toContain(`https://prologue.example/c/${conversationId}`)
  })

  it('do not reach who is at a conversation or wants none; both find it in the page', async () => {
    const [here, quiet] = [await build(), await build()]
    const { socket, heard } = await openPage(here)
    await socket.emitWithAck('conversation:join', { conversationId: here.conversationId })
    // A page that nobody looks at takes nothing from another where somebody is.
    await openIdly(here)
    const quietApi = await quiet.apiOf(quiet.grace)
    await quietApi.account.setPreferences.mutate({ preferences: { notifications: { mail: false } } })
    for (const { api, conversationId, grace, apiOf } of [here, quiet]) {
      await api.participants.setRole.mutate({ conversationId, userId: grace.id, role: 'viewer' })
      const theirs = await apiOf(grace)
      expect(await theirs.notifications.unread.query()).toEqual({ count: 1 })
    }
    await heard
    // Mails leave one after the other: once this one is there, theirs would be.
    const away = await build()
    await away.api.participants.setRole.mutate({ conversationId: away.conversationId, userId: away.grace.id, role: 'viewer' })
    await mailTo(away.email)
    expect([await mailsTo(here.email), await mailsTo(quiet.email)]).toEqual([[], []])
  })

  it.each([
    ['has only the start page open', openPage],
    ['left a conversation open and went away from it', openIdly],
  ])('reach who %s, and the page hears of it as well', async (_name, open) => {
    const room = await build()
    const { heard } = await open(room)
    await room.api.participants.setRole.mutate({ conversationId: room.conversationId, userId: room.grace.id, role: 'viewer' })
    await heard
    expect((await mailTo(room.email)).subject).toBe('Your role in a conversation was changed')
  })

  type Room = Awaited<ReturnType<typeof build>>

  /** A page of Grace's, in no room; `heard` once it heard of a notice. */
  async function openPage({ grace, cookieOf }: Room) {
    const socket = await connect(server.publicUrl, await cookieOf(grace), publicUrl)
    sockets.push(socket)
    return { socket, heard: new Promise<void>((resolve) => socket.once('notifications:changed', resolve)) }
  }

  /** The same in the conversation's room, and idle there. */
  async function openIdly(room: Room) {
    const { conversationId } = room
    const page = await openPage(room)
    await page.socket.emitWithAck('conversation:join', { conversationId })
    page.socket.emit('presence:update', { conversationId, state: { idle: true, typing: false } })
    // Answered after what came before it.
    await page.socket.emitWithAck('conversation:join', { conversationId })
    return page
  }
})
