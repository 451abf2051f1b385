import type { PortableTemplate, Prepared } from '@prologue/prompt-kit/formats'
import { expect, test } from 'vitest'
import { sendItems, type Sent } from './sendItems.ts'

const options = { visibility: 'private', category: 'productivity' } as const

function item(content: string): Prepared {
  const version = { number: 1, content, variables: [], settings: {}, message: '', author: null, createdAt: null }
  const said = { title: content.slice(0, 20), description: '', category: null, tags: [], labels: [], ratings: null, extras: {} }
  return {
    ok: true,
    place: { line: 1, name: null },
    template: { ...said, versions: [version] },
    syntax: null,
    conversion: null,
    notes: [],
  }
}
const refused: Prepared = { ok: false, place: { line: 2, name: null }, reason: 'No.' }

async function* inTurn(items: readonly Prepared[]): AsyncGenerator<Prepared> {
  yield* items
}

async function send(items: readonly Prepared[], from = 0): Promise<{ batches: number[]; sent: Sent[] }> {
  const batches: number[] = []
  const answer = async ({ templates }: { templates: PortableTemplate[] }) => {
    batches.push(templates.length)
    return templates.map(({ title }) => ({ ok: true as const, id: title, slug: title, notes: [] }))
  }
  const sent = await Array.fromAsync(sendItems(inTurn(items), options, { from, keyOf: String }, answer))
  return { batches, sent: sent.flat() }
}

test('what is refused is passed over, and each result has the index of its item', async () => {
  const { batches, sent } = await send([item('a'), refused, item('b'), item('c')])
  expect(batches).toEqual([3])
  expect(sent.map(({ index, result }) => [index, result.ok && result.slug])).toEqual([
    [0, 'a'],
    [2, 'b'],
    [3, 'c'],
  ])
})

test('a hundred travel together at most, and fewer where they are long', async () => {
  expect((await send(Array.from({ length: 205 }, (_, index) => item(String(index))))).batches).toEqual([100, 100, 5])
  expect((await send(Array.from({ length: 3 }, () => item('x'.repeat(300_000))))).batches).toEqual([1, 1, 1])
})

test('it goes on from where an earlier try has ended', async () => {
  const { sent } = await send([item('a'), item('b'), item('c')], 2)
  expect(sent.map(({ index }) => index)).toEqual([2])
})

test('what is too large for one request is refused with what to do instead', async () => {
  const { batches, sent } = await send([item('🧭'.repeat(300_000)), item('b')])
  expect(batches).toEqual([1])
  expect(sent[0]).toMatchObject({ index: 0, result: { ok: false, reason: expect.stringContaining('prologue import') } })
})

test('what is too large waits for those before it, so that a failure leaves nothing out that stands before what is known', async () => {
  const { sent } = await send([item('a'), item('🧭'.repeat(300_000)), item('b')])
  expect(sent.map(({ index, result }) => [index, result.ok])).toEqual([
    [0, true],
    [1, false],
    [2, true],
  ])
  const known: Sent[] = []
  const sending = sendItems(inTurn([item('a'), item('🧭'.repeat(300_000))]), options, { from: 0, keyOf: String }, () =>
    Promise.reject(new Error('Away')),
  )
  await expect(
    (async () => {
      for await (const some of sending) known.push(...some)
    })(),
  ).rejects.toThrow('Away')
  expect(known).toEqual([])
})

test('who stops after one batch sends no other', async () => {
  const batches: number[] = []
  const answer = async ({ templates }: { templates: PortableTemplate[] }) => {
    batches.push(templates.length)
    return templates.map(({ title }) => ({ ok: true as const, id: title, slug: title, notes: [] }))
  }
  const items = Array.from({ length: 205 }, (_, index) => item(String(index)))
  for await (const sent of sendItems(inTurn(items), options, { from: 0, keyOf: String }, answer)) if (sent.length > 0) break
  expect(batches).toEqual([100])
})
