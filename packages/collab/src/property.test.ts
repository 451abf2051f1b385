import { AppError } from '@prologue/contracts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftClient } from './client/index.ts'
import { eventually, settled, startHarness, vector } from './testing/harness.ts'
import type { Harness } from './testing/harness.ts'

type Step =
  | { kind: 'insert'; who: number; at: number; text: string }
  | { kind: 'delete'; who: number; at: number; length: number }
  | { kind: 'drop' | 'join'; who: number }
  | { kind: 'restart' | 'fail' | 'lose' | 'heal' }
  | { kind: 'assistant'; at: number; text: string }
  | { kind: 'pause'; ms: number }

const who = fc.nat(4)
const at = fc.nat(1_000)
const text = fc.oneof(fc.constantFrom('a', 'bc', '\n', '😀', 'Ünï'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('insert'), who, at, text }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('delete'), who, at, length: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('drop', 'join'), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('restart', 'fail', 'lose', 'heal') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('assistant'), at, text }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pause'), ms: fc.integer({ min: 0, max: 12 }) }) },
)

/** Never into the middle of an emoji, as no editor does. */
function place(value: string, position: number): number {
  const index = position % (value.length + 1)
  const code = value.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index
}

function heal(harness: Harness) {
  harness.store.before.append = async () => {}
  harness.store.afterAppend = async () => {}
}

const fail = async () => {
  throw new AppError('DB_UNAVAILABLE')
}

async function perform(
  harness: Harness,
  clients: (DraftClient & { socket: { connect(): unknown; disconnect(): unknown } })[],
  each: Step,
) {
  const client = 'who' in each ? clients[each.who % clients.length] : undefined
  if (each.kind === 'insert') client?.text.insert(place(client.text.toJSON(), each.at), each.text)
  if (each.kind === 'delete' && client) {
    const value = client.text.toJSON()
    const from = place(value, each.at)
    const to = place(value, Math.min(from + each.length, value.length))
    if (to > from) client.text.delete(from, to - from)
  }
  if (each.kind === 'drop') client?.socket.disconnect()
  if (each.kind === 'join') client?.socket.connect()
  if (each.kind === 'restart') await harness.restart()
  if (each.kind === 'fail') harness.store.before.append = fail
  if (each.kind === 'lose') harness.store.afterAppend = fail
  if (each.kind === 'heal') heal(harness)
  if (each.kind === 'assistant') {
    const change = (value: string) => [{ index: each.at % (value.length + 1), remove: 0, insert: each.text }]
    await harness.drafts.edit('0198a000-0000-7000-8000-000000000001', { kind: 'assistant' }, change).catch(() => undefined)
  }
  if (each.kind === 'pause') await new Promise((resolve) => setTimeout(resolve, each.ms))
}

test('whoever writes, drops out, or dies: all end with the same text, and what was saved is in a cold load', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 3, max: 5 }), fc.array(step, { minLength: 20, maxLength: 80 }), async (people, steps) => {
      const harness = await startHarness({ limits: { compactAfter: 15 } })
      try {
        const clients = Array.from({ length: people }, (_, index) => harness.client(index + 1))
        let saved = new Map<number, number>()
        for (const each of steps) {
          await perform(harness, clients, each)
          // Whatever a client calls saved must be in the store at that very moment, whoever dies next.
          const durable = new Map<number, number>(JSON.parse((await harness.cold()).stateVector))
          for (const client of clients) {
            const { state, unsent } = client.status.get()
            if (state !== 'saved' || unsent > 0) continue
            for (const [id, clock] of JSON.parse(vector(client.doc))) expect(durable.get(id)).toBeGreaterThanOrEqual(clock)
          }
          for (const [id, clock] of saved) expect(durable.get(id)).toBeGreaterThanOrEqual(clock)
          saved = durable
        }
        heal(harness)
        for (const client of clients) client.socket.connect()
        await settled(...clients)
        const cold = await harness.cold()
        await eventually(() => {
          for (const client of clients) expect(client.text.toJSON()).toBe(cold.text)
        })
        for (const client of clients) expect(vector(client.doc)).toBe(cold.stateVector)
        expect(harness.errors).toEqual([])
      } finally {
        await harness.stop()
      }
    }),
    { numRuns: 40, endOnFailure: true },
  )
}, 240_000)
