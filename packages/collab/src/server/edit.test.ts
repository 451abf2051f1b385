import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, draftId, eventually, rawClient, settled, startHarness, userId } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

describe('the server as a writer', () => {
  test('the assistant and two people write at once, and all three texts are there', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    const edits: Promise<unknown>[] = []
    for (let index = 0; index < 20; index += 1) {
      one.text.insert(one.text.length, `[one ${index}]`)
      two.text.insert(0, `[two ${index}]`)
      const change = (text: string) => [{ index: Math.floor(text.length / 2), remove: 0, insert: `[bot ${index}]` }]
      edits.push(harness.drafts.edit(draftId, { kind: 'assistant' }, change))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(edits)
    await settled(one, two)
    const cold = await harness.cold()
    await eventually(() => expect(one.text.toJSON()).toBe(cold.text))
    const expected = 20 * '[one ][two ][bot ]'.length + 3 * (10 + 20)
    expect(cold.text).toHaveLength(expected)
  })

  test('edits of one draft never work on a text that has moved on', async () => {
    const seen: string[] = []
    const append = (letter: string) => (text: string) => {
      seen.push(text)
      return [{ index: text.length, remove: 0, insert: letter }]
    }
    const results = await Promise.all(
      ['a', 'b', 'c'].map((letter) => harness.drafts.edit(draftId, { kind: 'assistant' }, append(letter))),
    )
    expect(seen).toEqual(['', 'a', 'ab'])
    expect(results.map(({ text }) => text)).toEqual(['a', 'ab', 'abc'])
    expect(results.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  })

  test('an edit knows its author, and no person can write under its client id', async () => {
    await harness.drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'bot' }])
    const stored = await harness.store.load(draftId)
    expect(stored?.authors.map(({ author }) => author)).toEqual([{ kind: 'assistant' }])
    const one = rawClient(harness, 1)
    expect(codeOf(await one.open(stored?.authors[0]?.clientId))).toBe('BAD_UPDATE')
    await harness.drafts.edit(draftId, { kind: 'user', userId: userId(1) }, () => [{ index: 0, remove: 3, insert: '' }])
    expect(await harness.drafts.read(draftId)).toBe('')
  })

  test('an edit that cuts an emoji in two replaces it whole', async () => {
    const bot = { kind: 'assistant' } as const
    await harness.drafts.edit(draftId, bot, () => [{ index: 0, remove: 0, insert: 'a😀b' }])
    const { text } = await harness.drafts.edit(draftId, bot, () => [{ index: 2, remove: 1, insert: '\ude01' }])
    expect(text).toBe('a😁b')
    expect((await harness.cold()).text).toBe('a😁b')
    await expect(harness.drafts.edit(draftId, bot, () => [{ index: 3, remove: 9, insert: '' }])).rejects.toMatchObject({
      code: 'VALIDATION',
    })
  })

  test('an edit of a full draft is taken when it leaves less text, and refused when it leaves more', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftBytes: 5_000 } })
    const replace = (remove: number, insert: string) =>
      harness.drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove, insert }])
    await replace(0, 'x'.repeat(4_900))
    await expect(replace(100, 'y'.repeat(1_500))).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect((await replace(4_900, 'y'.repeat(1_500))).text).toBe('y'.repeat(1_500))
  })

  test('an edit of a draft that does not exist', async () => {
    await expect(harness.drafts.read(userId(9))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
