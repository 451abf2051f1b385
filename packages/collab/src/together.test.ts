import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, draftId, eventually, gate, rawClient, settled, startHarness } from './testing/harness.ts'
import type { Harness } from './testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

describe('writing together', () => {
  test('two people see the same text', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    one.text.insert(0, 'You are a librarian. ')
    two.text.insert(0, 'Answer briefly. ')
    await settled(one, two)
    await eventually(() => expect(one.text.toJSON()).toHaveLength('You are a librarian. Answer briefly. '.length))
    await settled(one, two)
    expect((await harness.cold()).text).toBe(one.text.toJSON())
  })

  test('nobody sees an edit, and it counts as unsaved, before it is committed', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    one.text.insert(0, 'slow')
    await asked.wait()
    // A round trip of its own for each: what the server had sent would be here.
    await Promise.all([rawClient(harness, 3).open(), harness.drafts.read(draftId).then((text) => expect(text).toBe(''))])
    expect(one.status.get()).toMatchObject({ state: 'saving', unsent: 1 })
    expect(two.text.toJSON()).toBe('')
    commit.open()
    await eventually(() => expect(two.text.toJSON()).toBe('slow'))
    await settled(one, two)
  })

  test('what comes while a commit runs goes into one next commit', async () => {
    const clients = [1, 2, 3, 4, 5].map((user) => harness.client(user))
    await Promise.all(clients.map((client) => client.synced))
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    clients[0]?.text.insert(0, 'a')
    await asked.wait()
    for (const client of clients.slice(1)) client.text.insert(0, 'b')
    await rawClient(harness, 6).open()
    commit.open()
    await settled(...clients)
    await eventually(() => expect(clients[0]?.text.toJSON()).toHaveLength(5))
    expect(harness.store.batches).toEqual([1, 4])
  })

  test('what many connections bring at once shares commits, also where a commit never leaves the thread', async () => {
    const clients = [1, 2, 3, 4, 5, 6, 7, 8].map((user) => harness.client(user))
    await Promise.all(clients.map((client) => client.synced))
    for (const client of clients) client.text.insert(0, 'b')
    await settled(...clients)
    await eventually(() => expect(clients[0]?.text.toJSON()).toHaveLength(8))
    expect(harness.store.batches.length).toBeLessThan(8)
  })

  test('merely opening a draft writes nothing', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'hello world')
    one.text.delete(0, 6)
    await settled(one)
    const before = harness.store.batches.length
    const two = harness.client(2)
    const sent: string[] = []
    for (const { socket } of [one, two]) socket.onAnyOutgoing((event: string) => sent.push(event))
    await two.synced
    await settled(one, two)
    one.socket.disconnect().connect()
    await eventually(() => expect(one.socket.connected).toBe(true))
    await settled(one, two)
    expect(harness.store.batches).toHaveLength(before)
    expect(sent).toContain('draft:open')
    expect(sent).not.toContain('draft:push')
  })

  test('cursors carry the name the server knows, and go when somebody leaves', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    one.awareness.setLocalStateField('user', { name: 'Somebody else' })
    await eventually(() => {
      const state = two.awareness.getStates().get(one.doc.clientID)
      expect(state?.['user']).toMatchObject({ name: 'Person 01', color: expect.stringMatching(/^#/) })
    })
    const three = harness.client(3)
    await three.synced
    await eventually(() => expect(three.awareness.getStates().size).toBe(3))
    await one.destroy()
    await eventually(() => expect(two.awareness.getStates().has(one.doc.clientID)).toBe(false))
    two.socket.disconnect()
    await eventually(() => expect(three.awareness.getStates().size).toBe(1))
  })

  test('a full room says so', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { peoplePerRoom: 1 } })
    await harness.client(1).synced
    expect(codeOf(await rawClient(harness, 2).open())).toBe('ROOM_FULL')
  })

  test('who has it open too often is told so in the words of the server', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { pagesPerPerson: 1 } })
    await harness.client(1).synced
    const second = harness.client(1)
    await eventually(() => expect(second.status.get()).toMatchObject({ state: 'closed', closedBecause: 'ROOM_FULL' }))
    expect(second.status.get().closedWords).toBe('You have this open 1 times. Close one of these pages and try again.')
  })
})
