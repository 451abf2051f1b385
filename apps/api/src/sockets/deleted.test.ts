import type { DraftClientSocket } from '@prologue/collab/client'
import { openDatabase } from '@prologue/shared'
import { onEachEngine } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { OpenServer } from '../openServer.ts'
import { openTestServer } from '../testing/openTestServer.ts'
import { openDraft, signUpPerson, type TestPerson } from '../testing/people.ts'

const soon = { timeout: 2_000 }

onEachEngine('who is in a room', (databaseUrl) => {
  let server: OpenServer
  const sockets: DraftClientSocket[] = []

  beforeAll(async () => {
    server = await openTestServer(databaseUrl())
  })
  afterAll(async () => {
    for (const socket of sockets) socket.close()
    await server.close()
  })

  /** A conversation of Ada's with Grace in it, both with its room and draft open; `closed` collects what closed for Grace. */
  async function together() {
    const url = server.publicUrl
    const [ada, grace] = [await signUpPerson(url, 'Ada'), await signUpPerson(url, 'Grace')]
    const { id } = await ada.api.conversations.create.mutate({})
    const { url: link } = await ada.api.shares.create.mutate({ conversationId: id, role: 'editor', expiresInDays: null })
    await grace.api.shares.accept.mutate({ token: link.split('/s/')[1] ?? '' })
    const socket = await grace.connect()
    sockets.push(socket)
    const closed: string[] = []
    socket.on('conversation:closed', ({ reason }) => closed.push(reason))
    await socket.emitWithAck('conversation:join', { conversationId: id })
    const draft = await openDraft(grace, socket, await grace.api.conversations.get.query({ id }))
    return { id, ada, grace, socket, draft, closed }
  }

  async function asAdmin(): Promise<TestPerson> {
    const person = await signUpPerson(server.publicUrl, 'Root')
    const database = await openDatabase(databaseUrl())
    await database.knex('users').where({ id: person.account.id }).update({ role: 'admin' })
    await database.close()
    return person
  }

  it('stays there when the conversation is archived', async () => {
    const { id, ada, socket, draft, closed } = await together()
    await ada.api.conversations.setStatus.mutate({ id, status: 'archived' })
    await vi.waitFor(() => expect(draft.status.get().canWrite).toBe(false), soon)
    const told = new Promise((resolve) => socket.once('conversation:changed', resolve))
    await ada.api.conversations.rename.mutate({ id, title: 'Put away' })
    expect(await told).toEqual({ conversationId: id })
    expect(closed).toEqual([])
    await draft.destroy()
  })

  it('leaves it and its draft when the conversation is deleted, and may come in again when it is back', async () => {
    const { id, ada, grace, socket, draft, closed } = await together()
    await ada.api.conversations.delete.mutate({ id })
    await vi.waitFor(() => {
      expect(closed).toEqual(['conversation-deleted'])
      expect(draft.status.get()).toMatchObject({ state: 'closed', closedBecause: 'access-ended' })
    }, soon)
    const joining = { conversationId: id }
    expect(await socket.emitWithAck('conversation:join', joining)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    await ada.api.conversations.restore.mutate({ id })
    expect(await socket.emitWithAck('conversation:join', joining)).toMatchObject({ ok: true })
    const again = await openDraft(grace, socket, await grace.api.conversations.get.query({ id }))
    await Promise.all([draft.destroy(), again.destroy()])
  })

  it('leaves it when the account that owns it is deleted', async () => {
    const { ada, draft, closed } = await together()
    await (await asAdmin()).api.users.delete.mutate({ id: ada.account.id })
    await vi.waitFor(() => {
      expect(closed).toEqual(['conversation-deleted'])
      expect(draft.status.get()).toMatchObject({ state: 'closed' })
    }, soon)
    await draft.destroy()
  })

  it('is signed out everywhere when their account is deleted', async () => {
    const { grace, socket, draft } = await together()
    const gone = new Promise((resolve) => socket.once('disconnect', resolve))
    await (await asAdmin()).api.users.delete.mutate({ id: grace.account.id })
    expect(await gone).toBe('io server disconnect')
    await expect(grace.api.conversations.list.query({})).rejects.toMatchObject({ data: { wire: { code: 'UNAUTHENTICATED' } } })
    await draft.destroy()
  })
})
