import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, draftId, eventually, settled, startHarness, openedClient } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

describe('frames made to break the process', () => {
  test('thousands of mutated updates: each is refused or taken as text, and the state is that of the log', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftBytes: 1_000_000 } })
    const [one, two] = [await openedClient(harness, 1), await openedClient(harness, 2)]
    await one.push(one.draw((text) => text.insert(0, 'The quick brown fox jumps over the lazy dog. 😀')))
    await one.push(one.draw((text) => text.delete(4, 6)))
    await two.open()
    const honest = two.draw((text) => {
      text.insert(3, 'seven ')
      text.delete(10, 3)
      text.insert(0, 'Once ')
    })
    const mutation = fc.record({ at: fc.nat(honest.length), bytes: fc.uint8Array({ maxLength: 6 }), drop: fc.nat(4) })
    const frames = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(mutation, { minLength: 1, maxLength: 4 }).map((mutations) => {
        let bytes = [...honest]
        for (const { at, bytes: inserted, drop } of mutations)
          bytes = [...bytes.slice(0, at), ...inserted, ...bytes.slice(at + drop)]
        return new Uint8Array(bytes)
      }),
    )
    const outcomes = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(frames, async (frame) => {
        const before = harness.store.log(draftId).length
        const code = codeOf(await two.push(frame))
        outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
        expect(['ok', 'BAD_UPDATE']).toContain(code)
        const written = harness.store.log(draftId).length - before
        expect(written).toBeLessThanOrEqual(code === 'ok' ? 1 : 0)
      }),
      { numRuns: 4_000 },
    )
    expect(harness.errors).toEqual([])
    expect(outcomes.get('BAD_UPDATE')).toBeGreaterThan(1_000)
    const late = harness.client(3)
    await late.synced
    const cold = await harness.cold()
    expect(late.text.toJSON()).toBe(cold.text)
    expect(await harness.drafts.read(draftId)).toBe(cold.text)
  })

  test('payloads of any shape, with and without a callback: an answer or silence, never a fall', async () => {
    const one = await openedClient(harness, 1)
    await one.push(one.draw((text) => text.insert(0, 'unmoved')))
    const events = ['draft:open', 'draft:push', 'draft:close', 'draft:awareness'] as const
    const wire: { emit(event: string, ...args: unknown[]): unknown } = one.socket
    const keys = fc.constantFrom(
      'draftId',
      'update',
      'state',
      'clientId',
      'epoch',
      'stateVector',
      '__proto__',
      'constructor',
      'then',
    )
    const value = fc.oneof(fc.anything({ withNullPrototype: false }), fc.constant(draftId), fc.constant('A'.repeat(100_000)))
    const payload = fc.oneof(value, fc.dictionary(keys, value), fc.array(value))
    const jsonable = payload.filter((each) => {
      try {
        return JSON.stringify(each) !== undefined
      } catch {
        return false
      }
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...events),
        fc.array(jsonable, { maxLength: 3 }),
        fc.boolean(),
        async (event, args, acked) => {
          if (acked) wire.emit(event, ...args, () => {})
          else wire.emit(event, ...args)
        },
      ),
      { numRuns: 1_500 },
    )
    wire.emit('draft:open', JSON.parse('{"__proto__":{"draftId":"x"},"draftId":null}'), () => {})
    wire.emit('draft:push')
    wire.emit('draft:push', null, null, null)
    await eventually(() => expect(one.socket.connected).toBe(true))
    expect(await harness.drafts.read(draftId)).toBe('unmoved')
    expect(harness.errors).toEqual([])
    const late = harness.client(2)
    await late.synced
    await settled(late)
    expect(late.text.toJSON()).toBe('unmoved')
  })
})
