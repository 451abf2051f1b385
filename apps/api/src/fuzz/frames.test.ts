import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Conversation } from '@prologue/contracts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { mutate, startChance } from '../testing/fuzz/mutate.ts'
import { connect, openDraft, signUpPerson, type TestPerson } from '../testing/people.ts'
import { openRawLine } from '../testing/rawLine.ts'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'

const frames = 100_000
/** Change it to try others: the same one tries the same. */
const seed = 1_962
const chance = startChance(seed)

/** What one line may send of each before the limits answer for the gates. */
const ofEach = { push: 55, awareness: 55, open: 17, other: 120 }
const framesOfLine = Object.values(ofEach).reduce((sum, each) => sum + each, 1)
/** The last one of them is answered. */
const others = ['draft:close', 'draft:awareness', 'conversation:leave', 'conversation:join']

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

let folder: string
let server: ServerProcess
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prologue-frames-'))
  server = await start()
})
afterAll(async () => {
  await server.end('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

const start = () =>
  startProcess({
    DATABASE_URL: `sqlite:${join(folder, 'frames.sqlite')}`,
    DATA_DIR: folder,
    TRUST_PROXY: '1',
    LOG_LEVEL: 'error',
  })

async function readText(ada: TestPerson, conversation: Conversation): Promise<string> {
  const socket = await connect(server.url, ada.cookie)
  const draft = await openDraft(ada, socket, conversation)
  const text = draft.text.toJSON()
  await draft.destroy()
  socket.close()
  return text
}

/** An honest update of another replica of a draft: what is mutated looks like an edit. */
function drawEdit(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('draft').insert(0, text)
  let update = new Uint8Array()
  doc.on('update', (bytes: Uint8Array) => (update = Uint8Array.from(bytes)))
  doc.transact(() => {
    doc.getText('draft').insert(3, 'seven 😀 ')
    doc.getText('draft').delete(12, 4)
  })
  return chance() < 0.5 ? update : Y.encodeStateAsUpdate(doc)
}

type Sending = { targets: { id: string; epoch: number }[]; conversationId: string; cookie: string }

/** One line that sends mutated frames of every kind until it is ended; answers with what each was answered. */
async function sendLine(url: string, { targets, conversationId, cookie }: Sending, line: number): Promise<string[]> {
  const target = targets[line % targets.length]
  const forwarded = `198.18.${(line >> 8) & 255}.${line & 255}`
  const raw = await openRawLine(url, { origin: url, cookie, 'x-forwarded-for': forwarded })
  raw.send('40')
  await raw.receive('40')
  const clientId = Math.floor(chance() * 0xffff_ffff)
  const opening = { draftId: target?.id, epoch: target?.epoch, clientId, stateVector: 'AA==' }
  raw.send(`420${JSON.stringify(['draft:open', opening])}`)
  await raw.receive('430')

  let id = 0
  const send = (event: string, payload: unknown) => raw.send(`42${(id += 1)}${JSON.stringify([event, payload])}`)
  for (let count = 1; count <= ofEach.push; count += 1) {
    send('draft:push', { draftId: target?.id, update: base64(mutate(drawEdit('The quick brown fox '), chance)) })
    // No more than may wait for each other.
    if (count % 15 === 0) await raw.receive(`43${id}`)
  }
  for (let count = 0; count < ofEach.open; count += 1)
    send('draft:open', { ...opening, stateVector: base64(mutate(Y.encodeStateVector(new Y.Doc()), chance)) })
  for (let count = 0; count < ofEach.awareness; count += 1)
    send('draft:awareness', { draftId: target?.id, state: { cursor: base64(mutate(drawEdit('x'.repeat(20)), chance)) } })
  for (let count = 0; count < ofEach.other; count += 1) {
    const text = Buffer.from(JSON.stringify({ draftId: target?.id, conversationId, state: { typing: true } }))
    send(others[count % others.length] ?? '', Buffer.from(mutate(text, chance)).toString('latin1'))
  }
  await raw.receive(`43${id}`)
  // The last one is none of Socket.IO's any more, which ends the line.
  const wire = mutate(Buffer.from(`42${id}${JSON.stringify(['draft:open', opening])}`), chance)
  raw.send(line % 3 ? Buffer.from(wire).toString('latin1') : wire)
  raw.close()
  return raw.frames.flatMap((frame) => {
    const [ack, code] = /^43\d+\[\{"ok":(?:true|false,"error":\{"code":"(\w+)")/.exec(frame) ?? []
    return ack ? [code ?? 'taken'] : []
  })
}

it(
  'a hundred thousand mutated frames: the process is the same, it answers, and no document has changed that was not theirs to change',
  { timeout: 300_000 },
  async () => {
    const ada = await signUpPerson(server.url, 'Ada')
    const mallory = await signUpPerson(server.url, 'Mallory')
    const made = await ada.api.conversations.create.mutate({})
    const watched = await ada.api.conversations.get.query({ id: made.id })
    const { url: link } = await ada.api.shares.create.mutate({ conversationId: made.id, role: 'viewer', expiresInDays: null })
    await mallory.api.shares.accept.mutate({ token: link.split('/s/')[1] ?? '' })
    const own = await mallory.api.conversations.create.mutate({})
    const scratch = await mallory.api.conversations.get.query({ id: own.id })

    const socket = await ada.connect()
    const draft = await openDraft(ada, socket, watched)
    draft.text.insert(0, 'The quick brown fox jumps over the lazy dog. 😀'.repeat(20))
    await vi.waitFor(() => expect(draft.status.get()).toMatchObject({ state: 'saved', unsent: 0 }))
    const before = hash(draft.text.toJSON())
    const { pid } = server.process

    const sending = { targets: [watched.draft, scratch.draft], conversationId: scratch.id, cookie: mallory.cookie.value }
    let lines = 0
    let sent = 0
    const answers = new Map<string, number>()
    const next = async () => {
      while (sent < frames) {
        sent += framesOfLine
        for (const code of await sendLine(server.url, sending, (lines += 1))) answers.set(code, (answers.get(code) ?? 0) + 1)
      }
    }
    await Promise.all([next(), next(), next()])

    expect([server.process.pid, server.process.exitCode, server.process.signalCode]).toEqual([pid, null, null])
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    expect((await fetch(`${server.url}/ready`)).status).toBe(200)
    expect(server.output()).not.toContain('"level":')
    // Each gate was reached, and the limits did not answer for them.
    for (const code of ['BAD_UPDATE', 'FORBIDDEN', 'VALIDATION', 'taken']) expect(answers.get(code), code).toBeGreaterThan(1_000)

    expect(draft.status.get()).toMatchObject({ state: 'saved', unsent: 0 })
    expect(hash(draft.text.toJSON())).toBe(before)
    const texts = [await readText(ada, watched), await readText(mallory, scratch)]
    expect(hash(texts[0] ?? '')).toBe(before)
    await draft.destroy()
    socket.close()

    // What was taken of their own is text, and the same for whoever loads it from the database alone.
    await server.end('SIGKILL')
    server = await start()
    expect([await readText(ada, watched), await readText(mallory, scratch)]).toEqual(texts)
  },
)
