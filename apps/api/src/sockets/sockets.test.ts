import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Ack, DraftOpened, ShareRole } from '@prologue/contracts'
import type { DraftClientSocket } from '@prologue/collab/client'
import { onEachEngine } from '@prologue/shared/testing'
import * as Y from 'yjs'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { connect, openDraft, signUpPerson, type TestPerson } from '../testing/people.ts'

const describing = 'A support assistant for a bicycle shop that answers in German.'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

onEachEngine('the rooms', (databaseUrl) => {
  let server: OpenServer
  let url: string
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
    url = server.publicUrl
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
  })

  async function open(person: TestPerson): Promise<DraftClientSocket> {
    const socket = await person.connect()
    sockets.push(socket)
    return socket
  }

  /** A conversation of Ada's, and Grace who came by a link. */
  async function together(role: ShareRole = 'editor') {
    const ada = await signUpPerson(url, 'Ada')
    const grace = await signUpPerson(url, 'Grace')
    const { id } = await ada.api.conversations.create.mutate({})
    const { share, url: link } = await ada.api.shares.create.mutate({ conversationId: id, role, expiresInDays: null })
    await grace.api.shares.accept.mutate({ token: link.split('/s/')[1] ?? '' })
    const conversation = await ada.api.conversations.get.query({ id })
    return { ada, grace, conversation, share, adaSocket: await open(ada), graceSocket: await open(grace) }
  }

  describe('a socket', () => {
    it('is let in by a session only, and from our own page only', async () => {
      const ada = await signUpPerson(url)
      await expect(connect(url, { value: '' })).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED' } })
      await expect(connect(url, { value: 'prologue=made-up' })).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED' } })
      await expect(connect(url, ada.cookie, 'https://evil.example')).rejects.toThrow('websocket error')
    })

    it('ends with its session', async () => {
      const ada = await signUpPerson(url)
      const socket = await open(ada)
      const gone = new Promise((resolve) => socket.once('disconnect', resolve))
      await ada.api.auth.signOut.mutate()
      expect(await gone).toBe('io server disconnect')
    })

    it('may say anything at any length and the process goes on', async () => {
      const socket = await open(await signUpPerson(url))
      const events = [
        'draft:open',
        'draft:push',
        'draft:awareness',
        'draft:close',
        'conversation:join',
        'conversation:leave',
        'nonsense',
      ]
      const values: unknown[] = [
        null,
        1,
        'x'.repeat(100_000),
        [],
        { conversationId: { toString: null } },
        { draftId: ['x'], update: 7 },
      ]
      for (const event of events) {
        for (const value of values) {
          // @ts-expect-error -- events and values of no known type, on purpose
          socket.emit(event, value)
          // @ts-expect-error -- likewise, with an answer asked for
          socket.emit(event, value, () => {})
          // @ts-expect-error -- likewise, with no value
          socket.emit(event)
        }
      }
      const answer = await socket.emitWithAck('conversation:join', { conversationId: 'x' })
      expect(answer).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
    })
  })

  describe('a draft', () => {
    it('is written by two people at once and says the same to both', async () => {
      const { ada, grace, conversation, adaSocket, graceSocket } = await together()
      const [one, other] = [await openDraft(ada, adaSocket, conversation), await openDraft(grace, graceSocket, conversation)]
      one.text.insert(0, 'Hello ')
      other.text.insert(0, 'wörld 🚲 ')
      await vi.waitFor(() => {
        expect(one.status.get().state).toBe('saved')
        expect(other.status.get().state).toBe('saved')
        expect(one.text.toJSON()).toBe(other.text.toJSON())
        expect(one.text.toJSON()).toHaveLength('Hello wörld 🚲 '.length)
      })
      await Promise.all([one.destroy(), other.destroy()])
    })

    it('is open in two tabs of one person', async () => {
      const { ada, conversation, adaSocket } = await together()
      const [one, other] = [await openDraft(ada, adaSocket, conversation), await openDraft(ada, await open(ada), conversation)]
      one.text.insert(0, 'from one tab')
      await vi.waitFor(() => expect(other.text.toJSON()).toBe('from one tab'))
      await Promise.all([one.destroy(), other.destroy()])
    })

    it('shows each the other by name, as the server knows them', async () => {
      const { ada, grace, conversation, adaSocket, graceSocket } = await together()
      const [one, other] = [await openDraft(ada, adaSocket, conversation), await openDraft(grace, graceSocket, conversation)]
      one.text.insert(0, 'word')
      await vi.waitFor(() => expect(other.text.toJSON()).toBe('word'))
      const cursor = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(other.text, 2))
      other.awareness.setLocalStateField('user', { name: 'An impostor' })
      other.awareness.setLocalStateField('cursor', { anchor: cursor, head: cursor })
      await vi.waitFor(() => {
        const others = [...one.awareness.getStates()].filter(([clientId]) => clientId !== one.doc.clientID)
        expect(others.map(([, state]) => state['user']?.name)).toEqual(['Grace'])
      })
      await Promise.all([one.destroy(), other.destroy()])
    })

    it('is written by no frame of a viewer', async () => {
      const { ada, conversation, adaSocket, graceSocket } = await together('viewer')
      const draftId = conversation.draft.id
      const adas = await openDraft(ada, adaSocket, conversation)
      adas.text.insert(0, 'Only mine.')
      await vi.waitFor(() => expect(adas.status.get().state).toBe('saved'))

      const doc = new Y.Doc()
      doc.getText('draft').insert(0, 'Not yours.')
      const update = base64(Y.encodeStateAsUpdate(doc))
      const stateVector = base64(Y.encodeStateVector(doc))
      const push = () => graceSocket.emitWithAck('draft:push', { draftId, update })
      // Without having opened it, having opened it, and with the whole document where a state vector should be.
      expect(await push()).toMatchObject({ ok: false })
      const opened: Ack<DraftOpened> = await graceSocket.emitWithAck('draft:open', {
        draftId,
        clientId: doc.clientID,
        epoch: 1,
        stateVector,
      })
      expect(opened).toMatchObject({ ok: true, canWrite: false, role: 'viewer' })
      expect(await push()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
      await graceSocket.emitWithAck('draft:open', { draftId, clientId: doc.clientID, epoch: 1, stateVector: update })
      graceSocket.emit('draft:awareness', { draftId, state: { cursor: null, typing: true } })
      expect(await push()).toMatchObject({ ok: false })
      expect(adas.text.toJSON()).toBe('Only mine.')
      await adas.destroy()
      doc.destroy()
    })

    it('does not exist for a stranger', async () => {
      const { conversation } = await together()
      const socket = await open(await signUpPerson(url, 'Mallory'))
      const doc = new Y.Doc()
      const input = { draftId: conversation.draft.id, clientId: 1, epoch: 1, stateVector: base64(Y.encodeStateVector(doc)) }
      expect(await socket.emitWithAck('draft:open', input)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
      doc.destroy()
    })

    it('closes within two seconds for those whose link is revoked, and takes nothing more of theirs', async () => {
      const { ada, grace, conversation, share, adaSocket, graceSocket } = await together()
      const [one, other] = [await openDraft(ada, adaSocket, conversation), await openDraft(grace, graceSocket, conversation)]
      other.text.insert(0, 'Mine while I may. ')
      await vi.waitFor(() => expect(one.text.toJSON()).toBe('Mine while I may. '))
      await graceSocket.emitWithAck('conversation:join', { conversationId: conversation.id })
      const roomClosed = new Promise((resolve) => graceSocket.once('conversation:closed', resolve))
      await ada.api.shares.revoke.mutate({ id: share.id })
      await vi.waitFor(() => expect(other.status.get()).toMatchObject({ state: 'closed', closedBecause: 'access-ended' }), {
        timeout: 2_000,
      })
      expect(await roomClosed).toEqual({ conversationId: conversation.id, reason: 'access-ended' })
      other.text.insert(0, 'Too late. ')
      one.text.insert(0, 'Later. ')
      await vi.waitFor(() => expect(one.status.get().state).toBe('saved'))
      expect(one.text.toJSON()).toBe('Later. Mine while I may. ')
      await expect(grace.api.conversations.get.query({ id: conversation.id })).rejects.toMatchObject({
        data: { wire: { code: 'NOT_FOUND' } },
      })
      await Promise.all([one.destroy(), other.destroy()])
    })

    it('becomes read-only for all when its conversation is archived', async () => {
      const { ada, conversation, adaSocket } = await together()
      const draft = await openDraft(ada, adaSocket, conversation)
      expect(draft.status.get().canWrite).toBe(true)
      await ada.api.conversations.setStatus.mutate({ id: conversation.id, status: 'archived' })
      await vi.waitFor(() => expect(draft.status.get().canWrite).toBe(false), { timeout: 2_000 })
      await ada.api.conversations.setStatus.mutate({ id: conversation.id, status: 'active' })
      await vi.waitFor(() => expect(draft.status.get().canWrite).toBe(true), { timeout: 2_000 })
      await draft.destroy()
    })

    it('takes an applied answer while a person types, and keeps both', async () => {
      const { ada, conversation, adaSocket } = await together()
      const draft = await openDraft(ada, adaSocket, conversation)
      const { id } = await ada.api.prompts.send.mutate({ conversationId: conversation.id, input: describing })
      await vi.waitFor(
        async () => {
          const page = await ada.api.prompts.list.query({ conversationId: conversation.id })
          expect(page.items.at(-1)?.status).toBe('completed')
        },
        { timeout: 10_000, interval: 200 },
      )
      await ada.api.drafts.applyPrompt.mutate({ promptId: id })
      const applied = draft.text.toJSON()
      expect(applied).toContain('German')
      draft.text.insert(applied.length, '\nP.S. from me.')
      const again = ada.api.drafts.applyPrompt.mutate({ promptId: id })
      draft.text.insert(0, 'Before it all. ')
      await again
      await vi.waitFor(() => expect(draft.status.get().state).toBe('saved'))
      expect(draft.text.toJSON()).toContain('Before it all. ')
      await draft.destroy()
    })
  })

  describe('an answer', () => {
    it('streams the same to everybody in the room, also to who comes in midway', async () => {
      const { ada, conversation, adaSocket, graceSocket } = await together()
      const conversationId = conversation.id
      await adaSocket.emitWithAck('conversation:join', { conversationId })
      let seen = ''
      adaSocket.on('prompt:delta', ({ offset, text }) => (seen = seen.slice(0, offset) + text))
      const { id } = await ada.api.prompts.send.mutate({ conversationId, input: describing })
      await vi.waitFor(() => expect(seen).not.toBe(''))

      let late = ''
      graceSocket.on('prompt:delta', ({ offset, text }) => {
        expect(offset).toBe(late.length)
        late += text
      })
      const ended = new Promise<void>((resolve) => graceSocket.once('prompt:changed', () => resolve()))
      const joined = await graceSocket.emitWithAck('conversation:join', { conversationId })
      if (!joined.ok) throw new Error(joined.error.message)
      late = joined.live.find(({ promptId }) => promptId === id)?.text ?? ''
      expect(late).not.toBe('')
      await ended
      const { items } = await ada.api.prompts.list.query({ conversationId })
      expect(items.at(-1)).toMatchObject({ id, status: 'completed', response: seen })
      expect(late).toBe(seen)
    })
  })

  describe('presence', () => {
    it('tells who is there when somebody comes and goes, without their address', async () => {
      const { conversation, adaSocket, graceSocket } = await together()
      const conversationId = conversation.id
      const names: string[][] = []
      adaSocket.on('presence:changed', (event) => {
        expect(JSON.stringify(event)).not.toContain('@')
        names.push(event.people.map(({ name }) => name).toSorted())
      })
      await adaSocket.emitWithAck('conversation:join', { conversationId })
      await graceSocket.emitWithAck('conversation:join', { conversationId })
      await vi.waitFor(() => expect(names.at(-1)).toEqual(['Ada', 'Grace']))
      graceSocket.close()
      await vi.waitFor(() => expect(names.at(-1)).toEqual(['Ada']))
    })

    it('is neither told to strangers nor stirred by them', async () => {
      const { conversation, adaSocket } = await together()
      await adaSocket.emitWithAck('conversation:join', { conversationId: conversation.id })
      let told = 0
      adaSocket.on('presence:changed', () => (told += 1))
      const socket = await open(await signUpPerson(url, 'Mallory'))
      const answer = await socket.emitWithAck('conversation:join', { conversationId: conversation.id })
      expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
      for (let index = 0; index < 50; index++) socket.emit('conversation:leave', { conversationId: conversation.id })
      // Answered after all that came before it, and refused by then for coming too often.
      const joins = Array.from({ length: 30 }, () => socket.emitWithAck('conversation:join', { conversationId: conversation.id }))
      expect(await Promise.all(joins)).toContainEqual(
        expect.objectContaining({ error: expect.objectContaining({ code: 'RATE_LIMITED' }) }),
      )
      expect(told).toBeLessThanOrEqual(1)
    })
  })
})
