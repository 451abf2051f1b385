import { AppError } from '@prologue/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, draftId, eventually, gate, isSaved, rawClient, settled, startHarness } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

const away = async () => {
  throw new AppError('DB_UNAVAILABLE')
}

describe('coming and going', () => {
  test('a client is not told it is in step before the store has loaded', async () => {
    await harness.drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'stored' }])
    await harness.restart()
    const load = gate()
    harness.store.before.load = load.wait
    const one = harness.client(1)
    const two = harness.client(2)
    await eventually(() => expect(one.socket.connected && two.socket.connected).toBe(true))
    one.text.insert(0, 'early ')
    expect(one.status.get().state).toBe('loading')
    load.open()
    await Promise.all([one.synced, two.synced])
    expect(one.text.toJSON()).toContain('stored')
    await settled(one, two)
    expect(two.text.toJSON()).toContain('early ')
  })

  test('slow store: edit, leave, join, and the edit is there', async () => {
    const one = rawClient(harness, 1)
    await one.open()
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    void one.push(one.draw((text) => text.insert(0, 'last words'))).catch(() => undefined)
    await asked.wait()
    one.socket.disconnect()
    const two = rawClient(harness, 2)
    await two.open()
    two.socket.disconnect()
    commit.open()
    await eventually(() => expect(harness.store.text(draftId)).toBe('last words'))
    const three = harness.client(3)
    await three.synced
    expect(three.text.toJSON()).toBe('last words')
  })

  test('joining while the last leaver is folded away keeps the room', async () => {
    const one = rawClient(harness, 1)
    await one.open()
    await one.push(one.draw((text) => text.insert(0, 'first ')))
    const fold = gate()
    const asked = gate()
    harness.store.before.compact = () => {
      asked.open()
      return fold.wait()
    }
    one.socket.disconnect()
    await asked.wait()
    const two = harness.client(2)
    await two.synced
    two.text.insert(0, 'second ')
    await eventually(() => expect(isSaved(two)).toBe(true))
    fold.open()
    let loads = 0
    harness.store.before.load = async () => void (loads += 1)
    two.text.insert(0, 'third ')
    await eventually(() => expect(isSaved(two)).toBe(true))
    const three = harness.client(3)
    await three.synced
    expect(loads).toBe(0)
    expect((await harness.cold()).text).toBe('third second first ')
  })

  test('a restart with clients attached doubles nothing', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    one.text.insert(0, 'once and only once')
    await settled(one, two)
    for (let round = 0; round < 3; round += 1) {
      await harness.restart()
      await settled(one, two)
    }
    expect(one.text.toJSON()).toBe('once and only once')
    expect((await harness.cold()).text).toBe('once and only once')
  })

  test('what a former connection asked for comes late: the page hears of edits all the same', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    const former = rawClient(harness, 1)
    expect(await former.open(one.doc.clientID)).toMatchObject({ ok: true })
    two.text.insert(0, 'for everybody')
    await settled(one, two)
    expect(one.text.toJSON()).toBe('for everybody')
  })

  test('an acknowledged edit survives a server that dies at once', async () => {
    const one = rawClient(harness, 1)
    await one.open()
    expect(codeOf(await one.push(one.draw((text) => text.insert(0, 'acked'))))).toBe('ok')
    await harness.kill()
    expect((await harness.cold()).text).toBe('acked')
    await harness.start()
  })

  test('closing waits for the commit under way, folds, and says why', async () => {
    const one = rawClient(harness, 1)
    await one.open()
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    const reasons: string[] = []
    one.socket.on('draft:closed', ({ reason }) => reasons.push(reason))
    const push = one.push(one.draw((text) => text.insert(0, 'under way')))
    await asked.wait()
    const closed = harness.drafts.close()
    await expect(harness.drafts.read(draftId)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(codeOf(await rawClient(harness, 2).open())).toBe('CANCELLED')
    commit.open()
    await closed
    expect(codeOf(await push)).toBe('ok')
    await eventually(() => expect(reasons).toEqual(['server-stopping']))
    expect(harness.store.text(draftId)).toBe('under way')
  })
})

describe('folding the log', () => {
  test('keeps the text and shrinks the log while people write', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { compactAfter: 20 } })
    const one = rawClient(harness, 1)
    await one.open()
    for (let index = 0; index < 50; index += 1) {
      await one.push(one.draw((text) => text.insert(text.length, `${index} `)))
    }
    await eventually(() => expect(harness.store.log(draftId).length).toBeLessThan(20))
    expect((await harness.cold()).text).toBe(one.text.toJSON())
    const late = harness.client(2)
    await late.synced
    expect(late.text.toJSON()).toBe(one.text.toJSON())
  })

  test('a fold that fails loses nothing', async () => {
    harness.store.before.compact = away
    const one = rawClient(harness, 1)
    await one.open()
    await one.push(one.draw((text) => text.insert(0, 'still here')))
    one.socket.disconnect()
    await eventually(async () => expect(await harness.drafts.read(draftId)).toBe('still here'))
    expect(harness.store.log(draftId)).toHaveLength(1)
  })
})
