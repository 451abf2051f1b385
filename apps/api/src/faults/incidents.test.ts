import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DraftClient, DraftClientSocket } from '@prologue/collab/client'
import { onEachEngine, openWorld, type World } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { callProcedure } from '../testing/strangers/callProcedures.ts'
import { connect, openDraft, signUpPerson, type TestPerson } from '../testing/people.ts'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'

const saved = { state: 'saved', unsent: 0 }
/** On a machine with much else to do. */
const patience = { timeout: 20_000 }

onEachEngine('what went wrong in other live editors does not here:', (databaseUrl) => {
  let folder: string
  let server: ServerProcess
  let world: World
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prologue-incidents-'))
    server = await start('0')
    world = await openWorld(databaseUrl())
  })
  afterAll(async () => {
    await server.end('SIGKILL')
    await world.close()
    await rm(folder, { recursive: true, force: true })
  })

  const start = (port: string) => startProcess({ DATABASE_URL: databaseUrl(), DATA_DIR: folder, PORT: port, LOG_LEVEL: 'error' })

  /** Ada with a conversation, and Grace as an editor of it. */
  async function together() {
    const [ada, grace] = [await signUpPerson(server.url, 'Ada'), await signUpPerson(server.url, 'Grace')]
    const { id } = await ada.api.conversations.create.mutate({})
    const { url: link } = await ada.api.shares.create.mutate({ conversationId: id, role: 'editor', expiresInDays: null })
    await grace.api.shares.accept.mutate({ token: link.split('/s/')[1] ?? '' })
    const conversation = await ada.api.conversations.get.query({ id })
    const open = async (person: TestPerson): Promise<{ draft: DraftClient; socket: DraftClientSocket }> => {
      const socket = await connect(server.url, person.cookie)
      return { draft: await openDraft(person, socket, conversation), socket }
    }
    /** The text as somebody finds it who comes in now. */
    const read = async (): Promise<string> => {
      const { draft, socket } = await open(ada)
      const text = draft.text.toJSON()
      await draft.destroy()
      socket.close()
      return text
    }
    return { ada, grace, conversation, open, read }
  }

  it('a draft that its last writer left while it was being saved is not read stale by the next one', async () => {
    const { ada, grace, conversation, open } = await together()
    const { draft, socket } = await open(ada)
    const { knex } = world.database
    // Somebody else holds the draft, so saving waits.
    const held = await knex.transaction()
    await held('drafts').where({ id: conversation.draft.id }).update({ epoch: conversation.draft.epoch })
    try {
      draft.text.insert(0, 'The last words.')
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(draft.status.get()).toMatchObject({ state: 'saving', unsent: 1 })
      socket.close()
    } finally {
      await held.rollback()
    }

    const next = await open(grace)
    await vi.waitFor(() => expect(next.draft.text.toJSON()).toBe('The last words.'), patience)
    await Promise.all([draft.destroy(), next.draft.destroy()])
    next.socket.close()
  })

  it('a signal right after an edit was acknowledged loses nothing, and a restart with people attached doubles nothing', async () => {
    const { ada, grace, open, read } = await together()
    const people = [await open(ada), await open(grace)]
    const { port } = new URL(server.url)
    let written = ''
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const acknowledged = new Promise<void>((resolve) => {
        people[0]?.draft.status.subscribe(({ state, unsent }) => {
          if (state === 'saved' && unsent === 0) resolve()
        })
      })
      written += `${signal}. `
      people[0]?.draft.text.insert(people[0].draft.text.length, `${signal}. `)
      await acknowledged
      await server.end(signal)
      server = await start(port)
      expect(await read()).toBe(written)
      for (const { draft } of people) {
        await vi.waitFor(() => expect(draft.status.get()).toMatchObject(saved), patience)
        await vi.waitFor(() => expect(draft.text.toJSON()).toBe(written), patience)
      }
    }
    for (const { draft, socket } of people) {
      await draft.destroy()
      socket.close()
    }
  })

  it('emoji and every script come back as they were typed, also once the log is folded', async () => {
    const { ada, open, read } = await together()
    const typed = ['😀', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👍🏽', '𝒳', '漢字', 'שלום', 'مرحبا', 'नमस्ते', 'e\u0301', '\u0000', '\u2028', '🂡']
    const { draft, socket } = await open(ada)
    for (const piece of typed) draft.text.insert(draft.text.length, piece)
    await vi.waitFor(() => expect(draft.status.get()).toMatchObject(saved), patience)
    expect(await read()).toBe(typed.join(''))
    await draft.destroy()
    socket.close()

    const { port } = new URL(server.url)
    await server.end('SIGTERM')
    server = await start(port)
    expect(await read()).toBe(typed.join(''))
  })

  it('the assistant and two people write at once, and all three texts are there', async () => {
    const { ada, grace, conversation, open, read } = await together()
    const people = [await open(ada), await open(grace)]
    const asked = { conversationId: conversation.id, input: 'A tutor for algebra.', form: { family: 'gpt' as const } }
    const { id } = await ada.api.prompts.send.mutate(asked)
    await vi.waitFor(async () => expect((await ada.api.prompts.get.query({ id })).status).toBe('completed'), patience)
    const { response } = await ada.api.prompts.get.query({ id })
    const typing = setInterval(() => people.forEach(({ draft }, who) => draft.text.insert(0, who ? '②' : '①')), 5)
    await ada.api.drafts.applyPrompt.mutate({ promptId: id })
    await new Promise((resolve) => setTimeout(resolve, 100))
    clearInterval(typing)
    await vi.waitFor(() => {
      for (const { draft } of people) {
        expect(draft.status.get()).toMatchObject(saved)
        expect(draft.text.toJSON()).toBe(people[0]?.draft.text.toJSON())
      }
    }, patience)
    const text = await read()
    // What stood there before is replaced by the answer; what came meanwhile is around it.
    expect(text).toContain(response)
    expect(text.replaceAll(response ?? '', '')).toMatch(/^[①②\s]+$/)
    expect(text).toBe(people[1]?.draft.text.toJSON())
    for (const { draft, socket } of people) {
      await draft.destroy()
      socket.close()
    }
  })

  it('nothing that was read of a conversation is read, or changed, once access to it has ended', async () => {
    const { ada, grace, conversation, open } = await together()
    const { id: conversationId } = conversation
    const { draft, socket } = await open(grace)
    draft.text.insert(0, 'Written by Grace.')
    await vi.waitFor(() => expect(draft.status.get()).toMatchObject(saved), patience)
    const checkpoint = await grace.api.checkpoints.save.mutate({ conversationId, name: 'First' })
    const comment = await grace.api.comments.add.mutate({ conversationId, body: 'A comment.' })
    const prompt = await grace.api.prompts.send.mutate({ conversationId, input: 'A tutor for algebra.' })
    await vi.waitFor(async () => expect((await ada.api.prompts.get.query({ id: prompt.id })).status).toBe('completed'), patience)

    const reads: [string, object][] = [
      ['conversations.get', { id: conversationId }],
      ['prompts.list', { conversationId }],
      ['prompts.get', { id: prompt.id }],
      ['checkpoints.list', { conversationId }],
      ['checkpoints.get', { id: checkpoint.id }],
      ['comments.list', { conversationId }],
      ['drafts.authors', { conversationId, clientIds: [draft.doc.clientID] }],
    ]
    const writes: [string, object][] = [
      ['checkpoints.save', { conversationId, name: 'Second' }],
      ['checkpoints.restore', { id: checkpoint.id }],
      ['comments.add', { conversationId, body: 'Another.' }],
      ['comments.edit', { id: comment.id, body: 'Changed.' }],
      ['comments.delete', { id: comment.id }],
      ['comments.resolve', { id: comment.id }],
      ['prompts.send', { conversationId, input: 'More.' }],
      ['prompts.edit', { id: prompt.id, input: 'Changed.' }],
      ['prompts.react', { id: prompt.id, emoji: '👍', on: true }],
      ['prompts.delete', { id: prompt.id }],
      ['drafts.applyPrompt', { promptId: prompt.id }],
      ['conversations.rename', { id: conversationId, title: 'Mine' }],
    ]
    const from = { url: server.url, cookie: grace.cookie.value, ip: '198.51.100.7' }
    const ask = (type: 'query' | 'mutation', [path, input]: [string, object]) => callProcedure(from, { path, type, input })
    for (const read of reads) expect((await ask('query', read)).error, read[0]).toBeNull()

    await ada.api.participants.remove.mutate({ conversationId, userId: grace.account.id })
    await vi.waitFor(() => expect(draft.status.get()).toMatchObject({ state: 'closed', closedBecause: 'access-ended' }), {
      timeout: 2_000,
    })
    for (const read of reads) expect((await ask('query', read)).error?.code, read[0]).toBe('NOT_FOUND')
    for (const write of writes) expect((await ask('mutation', write)).error?.code, write[0]).toBe('NOT_FOUND')
    // Nor by the socket that was open.
    const { id: draftId, epoch } = conversation.draft
    const opening = { draftId, epoch, clientId: draft.doc.clientID, stateVector: 'AA==' }
    expect(await socket.emitWithAck('draft:open', opening)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    const joined = await socket.emitWithAck('conversation:join', { conversationId })
    expect(joined).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect((await ada.api.comments.list.query({ conversationId })).items).toMatchObject([{ body: 'A comment.', resolved: null }])
    await draft.destroy()
    socket.close()
  })
})
