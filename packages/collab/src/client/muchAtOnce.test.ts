import { limits } from '@prologue/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually, isSaved, settled, startHarness } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(async () => {
  await harness.stop()
})

describe('much at once', () => {
  test('a text larger than a frame arrives in pieces, whole', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    const long = '漢字😀 '.repeat(60_000)
    expect(new TextEncoder().encode(long).length).toBeGreaterThan(limits.updateBytes * 2)
    one.text.insert(0, long)
    await settled(one, two)
    await eventually(() => expect(two.text.toJSON() === long).toBe(true))
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
    await eventually(() => expect(two.text.toJSON() === one.text.toJSON()).toBe(true))
    expect((await harness.cold()).text === one.text.toJSON()).toBe(true)
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

  test('a full draft takes what did not fit when text of others was deleted for it', async () => {
    const pasted = 50_000
    await harness.stop()
    harness = await startHarness({ limits: { draftBytes: 600_000 } })
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    one.text.insert(0, 'x'.repeat(590_000))
    await settled(one, two)
    two.text.insert(0, 'y'.repeat(pasted))
    await eventually(() => expect(two.status.get()).toMatchObject({ state: 'closed', closedBecause: 'TOO_LARGE' }))
    two.text.delete(pasted, 500_000)
    await eventually(() => expect(two.status.get()).toMatchObject({ state: 'saved', unsent: 0, closedBecause: null }))
    expect((await harness.cold()).text === 'y'.repeat(pasted) + 'x'.repeat(90_000)).toBe(true)
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
