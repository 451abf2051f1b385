import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@prologue/contracts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually, holds, settled, startHarness, vector } from './testing/harness.ts'
import type { Harness } from './testing/harness.ts'

type Step =
  | { kind: 'insert'; who: number; at: number; text: string }
  | { kind: 'delete'; who: number; at: number; length: number }
  | { kind: 'drop' | 'join'; who: number }
  | { kind: 'restart' | 'fail' | 'lose' | 'heal' }
  | { kind: 'assistant'; at: number; text: string }
  | { kind: 'pause' | 'slow'; ms: number }
  | { kind: 'delay'; who: number; ms: number }

const who = fc.nat(4)
const at = fc.nat(1_000)
const text = fc.oneof(fc.constantFrom('a', 'bc', '\n', '😀', 'Ünï'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }))

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('insert'), who, at, text }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('delete'), who, at, length: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('drop', 'join'), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('restart', 'fail', 'lose', 'heal') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('assistant'), at, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delay'), who, ms: fc.integer({ min: 0, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('slow'), ms: fc.integer({ min: 1, max: 25 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pause'), ms: fc.integer({ min: 0, max: 12 }) }) },
)

/** Never into the middle of an emoji, as no editor does. */
function place(value: string, position: number): number {
  const index = position % (value.length + 1)
  const code = value.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index
}

const atOnce = async () => {}
const hash = (value: string) => createHash('sha256').update(value).digest('hex')

function heal(harness: Harness) {
  harness.store.before = { load: atOnce, append: atOnce, compact: atOnce, since: atOnce, keep: atOnce }
  harness.store.afterAppend = atOnce
}

const fail = async () => {
  throw new AppError('DB_UNAVAILABLE')
}

async function perform(harness: Harness, clients: Awaited<ReturnType<Harness['farClient']>>[], each: Step) {
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
  if (each.kind === 'delay') client?.delay(each.ms)
  if (each.kind === 'slow') {
    const wait = () => sleep(each.ms)
    harness.store.before = { load: wait, append: wait, compact: wait, since: wait, keep: wait }
  }
  if (each.kind === 'assistant') {
    const change = (value: string) => [{ index: each.at % (value.length + 1), remove: 0, insert: each.text }]
    await harness.drafts.edit('0198a000-0000-7000-8000-000000000001', { kind: 'assistant' }, change).catch(() => undefined)
  }
  if (each.kind === 'pause') await sleep(each.ms)
}

test('whoever writes, drops out, or dies: all end with the same text, and what was saved is in a cold load', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), async (steps) => {
      const harness = await startHarness({ limits: { compactAfter: 15 } })
      try {
        const clients = await Promise.all([1, 2, 3, 4, 5].map((user) => harness.farClient(user)))
        // Whatever a client called saved, at any moment, must be in the store from then on, whoever dies next.
        let promised: Y.Snapshot[] = []
        for (const { status, doc } of clients) {
          status.subscribe(({ state, unsent }) => {
            if (state === 'saved' && unsent === 0) promised.push(Y.snapshot(doc))
          })
        }
        const keeps = async () => {
          const given = promised
          const { doc } = await harness.cold()
          expect(given.every((snapshot) => holds(doc, snapshot))).toBe(true)
          promised = [Y.snapshot(doc), ...promised.slice(given.length)]
        }
        for (const each of steps) {
          await perform(harness, clients, each)
          await keeps()
        }
        heal(harness)
        for (const { socket, delay } of clients) {
          delay(0)
          socket.connect()
        }
        await settled(...clients)
        const cold = await harness.cold()
        await eventually(() => {
          // Text that was written and deleted again shows in the state alone.
          for (const { text: own, doc } of clients)
            expect([hash(own.toJSON()), vector(doc)]).toEqual([hash(cold.text), cold.stateVector])
        })
        await keeps()
        // And so they find it who come after everybody has gone, and the log is folded.
        await harness.restart()
        const late = harness.client(6)
        await late.synced
        expect([hash(late.text.toJSON()), vector(late.doc)]).toEqual([hash(cold.text), cold.stateVector])
        expect(harness.errors).toEqual([])
      } finally {
        await harness.stop()
      }
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 240_000)
