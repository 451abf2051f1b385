import { IDBFactory, IDBKeyRange, IDBObjectStore, IDBRequest } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { copyName, forgetSentCopies } from './copies.ts'
import { discardUnsentText, readUnsentText } from './unsentText.ts'
import { draftId, eventually, isSaved, rawClient, settled, startHarness, userId } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  vi.stubGlobal('localStorage', makeStorage())
  harness = await startHarness()
})
afterEach(async () => {
  await harness.stop()
  vi.unstubAllGlobals()
})

/** Where a browser keeps small things; its keys are its properties. */
function makeStorage() {
  const entries: Record<string, string> = {}
  const methods: PropertyDescriptorMap = {
    setItem: { value: (key: string, value: string) => void (entries[key] = value) },
    getItem: { value: (key: string) => entries[key] ?? null },
    removeItem: { value: (key: string) => void delete entries[key] },
  }
  return Object.defineProperties(entries, methods)
}

const copies = async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes('-draft-'))

const copyOf = (user: number) => copyName(draftId, 1, userId(user))

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
    await eventually(() => expect(one.text.toJSON()).toBe('one more hared. two'))
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
    expect(second.text.toJSON()).toBe('saved and kept')
    expect((await harness.cold()).text).toBe('saved and kept')
  })

  test('what was typed in the last moment before the page closed, too soon for IndexedDB, is there at the next visit', async () => {
    const page = new EventTarget()
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
    const first = harness.client(1, true)
    await first.synced
    first.text.insert(0, 'saved ')
    await eventually(() => expect(isSaved(first)).toBe(true))
    first.socket.disconnect()
    // A closed page gets no further turn: what it asked of IndexedDB in its last one does not happen.
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => new IDBRequest())
    first.text.insert(6, 'last words')
    page.dispatchEvent(new Event('pagehide'))
    await first.destroy()
    expect(add).toHaveBeenCalledOnce()
    add.mockRestore()
    const second = harness.client(1, true)
    await second.synced
    await eventually(() => expect(isSaved(second)).toBe(true))
    expect(second.text.toJSON()).toBe('saved last words')
    expect((await harness.cold()).text).toBe('saved last words')
    expect(Object.keys(localStorage)).toEqual([])
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
    expect(other.text.toJSON()).toBe('')
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

describe('copies in the browser', () => {
  test('at sign-out those go that hold nothing unsent, of this person only', async () => {
    const [one, two] = [harness.client(1, true), harness.client(2, true)]
    one.text.insert(0, 'sent')
    await settled(one, two)
    await one.destroy()
    expect(await copies()).toEqual(expect.arrayContaining([copyOf(1), copyOf(2)]))
    await forgetSentCopies(userId(1))
    expect(await copies()).toEqual([copyOf(2)])
  })

  test('one with unsent edits stays at sign-out until a later visit has sent them', async () => {
    const first = harness.client(1, true)
    await first.synced
    first.socket.disconnect()
    first.text.insert(0, 'kept')
    await written()
    await first.destroy()
    await forgetSentCopies(userId(1))
    expect(await copies()).toEqual([copyOf(1)])
    const second = harness.client(1, true)
    await eventually(() => expect(isSaved(second)).toBe(true))
    expect((await harness.cold()).text).toBe('kept')
    await second.destroy()
    await forgetSentCopies(userId(1))
    expect(await copies()).toEqual([])
  })

  test('one that another page wrote to stays, whatever this page has saved', async () => {
    const [here, there] = [harness.client(1, true), harness.client(1, true)]
    await Promise.all([here.synced, there.synced])
    there.socket.disconnect()
    there.text.insert(0, 'only there')
    here.text.insert(0, 'saved')
    await eventually(() => expect(isSaved(here)).toBe(true))
    await written()
    await forgetSentCopies(userId(1))
    expect(await copies()).toEqual([copyOf(1)])
  })

  test('when access ends, one that holds nothing unsent goes at once', async () => {
    const one = harness.client(1, true)
    one.text.insert(0, 'sent')
    await eventually(() => expect(isSaved(one)).toBe(true))
    harness.roles.set(userId(1), null)
    await harness.drafts.rejudge(() => true)
    await eventually(async () => expect(await copies()).toEqual([]))
    expect(one.text.toJSON()).toBe('sent')
  })

  test('when access has ended meanwhile, the edits an earlier page could not send stay', async () => {
    const first = harness.client(1, true)
    await first.synced
    first.socket.disconnect()
    first.text.insert(0, 'kept')
    await written()
    await first.destroy()
    harness.roles.set(userId(1), null)
    const second = harness.client(1, true)
    await eventually(() => expect(second.status.get()).toMatchObject({ state: 'closed', closedBecause: 'NOT_FOUND' }))
    await written()
    expect(await copies()).toEqual([copyOf(1)])
    expect(second.text.toJSON()).toBe('kept')
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
    expect(one.text.toJSON()).toBe('copy me')
    await one.forget()
    await one.destroy()
    const again = harness.client(1, true)
    await again.synced
    expect(again.text.toJSON()).toBe('')
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
  await eventually(() => expect(one.text.toJSON()).toBe('missed seen'))
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
  await eventually(() => expect(two.text.toJSON()).toBe('keep '))
  undo.redo()
  await settled(one, two)
  await eventually(() => expect(two.text.toJSON()).toBe('keep not'))
  undo.destroy()
})

describe('a copy to save', () => {
  const place = { draftId, epoch: 1, personId: userId(1) }

  test('edits made offline, also the last before the page closed, are read when the draft is closed to their writer', async () => {
    const one = harness.client(1, true)
    await one.synced
    one.text.insert(0, 'shared. ')
    await eventually(() => expect(isSaved(one)).toBe(true))
    one.socket.disconnect()
    one.text.insert(8, 'Only here.')
    await written()
    await one.destroy()
    expect(await readUnsentText(place)).toBe('shared. Only here.')
    // To look at it changes nothing.
    expect(await readUnsentText(place)).toBe('shared. Only here.')
    await discardUnsentText(place)
    expect(await readUnsentText(place)).toBeNull()
    expect(await copies()).toEqual([])
  })

  test('where all was sent, and where nothing was kept, there is none', async () => {
    const one = harness.client(1, true)
    await one.synced
    one.text.insert(0, 'shared.')
    await eventually(() => expect(isSaved(one)).toBe(true))
    await one.destroy()
    expect(await readUnsentText(place)).toBeNull()
    expect(await readUnsentText({ ...place, personId: userId(2) })).toBeNull()
    expect(await copies()).not.toContain(copyOf(2))
  })
})
