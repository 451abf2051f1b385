import 'fake-indexeddb/auto'
import { AppError, limits } from '@prologue/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { codeOf, draftId, eventually, gate, isSaved, rawClient, settled, startHarness, userId } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(async () => {
  await harness.stop()
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
})

/** Resolves when IndexedDB has written what came before. */
const written = () => new Promise((resolve) => setTimeout(resolve, 50))

describe('offline', () => {
  test('two people write offline, and both texts are there when they are back', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    one.text.insert(0, 'shared.')
    await settled(one, two)
    one.socket.disconnect()
    two.socket.disconnect()
    one.text.insert(0, 'one ')
    one.text.insert(4, 'more ')
    two.text.insert(two.text.length, ' two')
    two.text.delete(0, 1)
    expect(one.status.get()).toMatchObject({ state: 'offline', unsent: 2 })
    one.socket.connect()
    two.socket.connect()
    await settled(one, two)
    await eventually(() => expect(one.text.toString()).toBe('one more hared. two'))
    await settled(one, two)
    expect((await harness.cold()).text).toBe('one more hared. two')
  })

  test('edits made offline are still there after the page was closed, and are sent at the next visit', async () => {
    const first = harness.client(1, true)
    await first.synced
    first.text.insert(0, 'saved ')
    await eventually(() => expect(isSaved(first)).toBe(true))
    first.socket.disconnect()
    first.text.insert(6, 'and kept')
    await written()
    await first.destroy()
    expect((await harness.cold()).text).toBe('saved ')
    const second = harness.client(1, true)
    await second.synced
    await eventually(() => expect(isSaved(second)).toBe(true))
    expect(second.text.toString()).toBe('saved and kept')
    expect((await harness.cold()).text).toBe('saved and kept')
  })

  test('what one person keeps in the browser is nothing to another, nor to another epoch', async () => {
    const first = harness.client(1, true)
    await first.synced
    first.socket.disconnect()
    first.text.insert(0, 'mine')
    await written()
    await first.destroy()
    const other = harness.client(2, true)
    await other.synced
    expect(other.text.toString()).toBe('')
    expect((await indexedDB.databases()).map(({ name }) => name)).toContain(`prologue-draft-${draftId}-1-${userId(1)}`)
  })

  test('leaving the page right after typing still sends the last words', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'first ')
    one.text.insert(6, 'last')
    await one.destroy()
    await eventually(async () => expect(await harness.drafts.read(draftId)).toBe('first last'))
  })
})

describe('much at once', () => {
  test('a text larger than a frame arrives in pieces, whole', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    const long = '漢字😀 '.repeat(60_000)
    expect(new TextEncoder().encode(long).length).toBeGreaterThan(limits.updateBytes * 2)
    one.text.insert(0, long)
    await settled(one, two)
    await eventually(() => expect(two.text.toString() === long).toBe(true))
    expect((await harness.cold()).text === long).toBe(true)
  })

  test('thousands of separate edits made offline arrive', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, '- '.repeat(6_000))
    await eventually(() => expect(isSaved(one)).toBe(true))
    one.socket.disconnect()
    one.doc.transact(() => {
      for (let index = 5_999; index >= 0; index -= 1) {
        one.text.insert(index * 2 + 1, 'x')
        if (index % 2) one.text.delete(index * 2, 1)
      }
    })
    one.socket.connect()
    const two = harness.client(2)
    await two.synced
    await settled(one, two)
    await eventually(() => expect(two.text.toString() === one.text.toString()).toBe(true))
    expect((await harness.cold()).text === one.text.toString()).toBe(true)
  })

  test('a draft that is full says so, keeps the text, and takes it when it was shortened', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftBytes: 10_000 } })
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'x'.repeat(20_000))
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'TOO_LARGE' }))
    expect(one.text.length).toBe(20_000)
    one.text.delete(1_000, 19_000)
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'saved', unsent: 0, closedBecause: null }))
    expect((await harness.cold()).text).toBe('x'.repeat(1_000))
  })

  test('a client that is told to slow down tries again by itself', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftPushesPerSecond: 2 } })
    const one = harness.client(1)
    await one.synced
    for (let index = 0; index < 8; index += 1) {
      one.text.insert(index, String(index))
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    await eventually(() => expect(isSaved(one)).toBe(true))
    expect((await harness.cold()).text).toBe('01234567')
  })
})

describe('when access changes', () => {
  test('revocation in the middle of typing: the place ends, and what waits is refused', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    two.text.insert(0, 'before ')
    await asked.wait()
    one.text.insert(0, 'after ')
    await rawClient(harness, 3).open()
    harness.roles.set(userId(1), null)
    await harness.drafts.rejudge(({ userId: user }, id) => user === userId(1) && id === draftId)
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'access-ended', unsent: 1 }))
    commit.open()
    await eventually(() => expect(isSaved(two)).toBe(true))
    two.text.insert(two.text.length, 'secret')
    await eventually(() => expect(isSaved(two)).toBe(true))
    expect((await harness.cold()).text).toBe('before secret')
    expect(one.text.toString()).toBe('after ')
    expect(codeOf(await rawClient(harness, 1).open())).toBe('NOT_FOUND')
  })

  test('somebody whose access ends while the draft loads does not get in', async () => {
    const load = gate()
    const asked = gate()
    harness.store.before.load = () => {
      asked.open()
      return load.wait()
    }
    const one = harness.client(1)
    await asked.wait()
    harness.roles.set(userId(1), null)
    await harness.drafts.rejudge(() => true)
    load.open()
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'NOT_FOUND' }))
  })

  test('an editor made viewer stops writing, and made editor again sends what was kept', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    harness.roles.set(userId(1), 'viewer')
    await harness.drafts.rejudge(() => true)
    await eventually(() => expect(one.status.get()).toMatchObject({ role: 'viewer', canWrite: false }))
    one.text.insert(0, 'not yet')
    two.text.insert(0, 'others go on ')
    await eventually(() => expect(one.text.toString()).toContain('others go on'))
    expect(one.status.get()).toMatchObject({ unsent: 1 })
    expect((await harness.cold()).text).toBe('others go on ')
    harness.roles.set(userId(1), 'editor')
    await harness.drafts.rejudge(() => true)
    await settled(one, two)
    await eventually(() => expect(two.text.toString()).toContain('not yet'))
  })

  test('access that cannot be judged now changes nothing', async () => {
    const one = harness.client(1)
    await one.synced
    harness.beforeAccess = async () => {
      throw new AppError('DB_UNAVAILABLE')
    }
    await harness.drafts.rejudge(() => true)
    one.text.insert(0, 'still in')
    await eventually(() => expect(isSaved(one)).toBe(true))
  })
})

describe('when the draft itself changes', () => {
  test('a draft of another epoch is not merged into: the page is to load anew', async () => {
    const one = harness.client(1, false, 7)
    one.text.insert(0, 'from an old copy')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'epoch-changed' }))
    expect(one.text.toString()).toBe('from an old copy')
    expect(await harness.drafts.read(draftId)).toBe('')
  })

  test('a stored draft that was replaced ends all places, and no edit of the old one gets into the new', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'old')
    await eventually(() => expect(isSaved(one)).toBe(true))
    harness.store.create(draftId, 2)
    await harness.drafts.reset(draftId, 'epoch-changed')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'epoch-changed' }))
    const two = harness.client(2, false, 2)
    await two.synced
    expect(two.text.toString()).toBe('')
  })

  test('an edit that meets a replaced draft is refused even before anybody was told', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'old')
    await eventually(() => expect(isSaved(one)).toBe(true))
    harness.store.create(draftId, 2)
    one.text.insert(3, 'er')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'epoch-changed' }))
    expect(harness.store.log(draftId)).toHaveLength(0)
  })

  test('a deleted draft', async () => {
    const one = harness.client(1)
    await one.synced
    harness.store.remove(draftId)
    await harness.drafts.reset(draftId, 'draft-deleted')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'draft-deleted' }))
  })
})

describe('a client id that is somebody else’s', () => {
  test('with nothing written under it: another one is taken, and writing works', async () => {
    const other = rawClient(harness, 2)
    await other.open()
    const one = harness.client(1)
    one.doc.clientID = other.doc.clientID
    await one.synced
    expect(one.doc.clientID).not.toBe(other.doc.clientID)
    one.text.insert(0, 'fine')
    await eventually(() => expect(isSaved(one)).toBe(true))
  })

  test('with edits under it: the status says so, the text stays, and it can be forgotten', async () => {
    const other = rawClient(harness, 2)
    await other.open()
    const one = harness.client(1, true)
    one.doc.clientID = other.doc.clientID
    one.text.insert(0, 'copy me')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'BAD_UPDATE' }))
    expect(one.text.toString()).toBe('copy me')
    await one.forget()
    await one.destroy()
    const again = harness.client(1, true)
    await again.synced
    expect(again.text.toString()).toBe('')
    again.text.insert(0, 'works')
    await eventually(() => expect(isSaved(again)).toBe(true))
  })
})

test('a missed broadcast is noticed by its number and fetched', async () => {
  const [one, two] = [harness.client(1), harness.client(2)]
  await Promise.all([one.synced, two.synced])
  const lost: unknown[] = []
  // The first broadcast does not reach the provider.
  const listeners = one.socket.listeners('draft:updates')
  one.socket.removeAllListeners('draft:updates')
  one.socket.once('draft:updates', (event) => {
    lost.push(event)
    for (const listener of listeners) one.socket.on('draft:updates', listener)
  })
  two.text.insert(0, 'missed ')
  await eventually(() => expect(lost).toHaveLength(1))
  two.text.insert(7, 'seen')
  await eventually(() => expect(one.text.toString()).toBe('missed seen'))
})

test('undo takes back what one wrote, and arrives', async () => {
  const [one, two] = [harness.client(1), harness.client(2)]
  await Promise.all([one.synced, two.synced])
  const undo = new Y.UndoManager(one.text, { captureTimeout: 0 })
  one.text.insert(0, 'keep ')
  one.text.insert(5, 'not')
  await settled(one, two)
  undo.undo()
  await settled(one, two)
  await eventually(() => expect(two.text.toString()).toBe('keep '))
  undo.redo()
  await settled(one, two)
  await eventually(() => expect(two.text.toString()).toBe('keep not'))
  undo.destroy()
})
