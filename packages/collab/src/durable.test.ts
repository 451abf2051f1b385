import { AppError } from '@prologue/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  codeOf,
  draftId,
  eventually,
  gate,
  isSaved,
  otherDraftId,
  rawClient,
  settled,
  startHarness,
  userId,
} from './testing/harness.ts'
import type { Harness } from './testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

const away = async () => {
  throw new AppError('DB_UNAVAILABLE')
}
const back = async () => {}

describe('a database in trouble', () => {
  test('a failed commit refuses the edit, shows it to nobody, and it is sent again when the database is back', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    harness.store.before.append = away
    one.text.insert(0, 'kept')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'offline', unsent: 1 }))
    expect(two.text.toString()).toBe('')
    expect(await harness.drafts.read(draftId)).toBe('')
    harness.store.before.append = back
    await settled(one, two)
    expect(two.text.toString()).toBe('kept')
    expect((await harness.cold()).text).toBe('kept')
  })

  test('an edit whose commit got no answer is found in the log, shown, and not written twice', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    harness.store.afterAppend = away
    one.text.insert(0, 'once')
    await eventually(() => expect(harness.store.log(draftId)).toHaveLength(1))
    harness.store.afterAppend = back
    await eventually(() => expect(isSaved(one)).toBe(true))
    await settled(one, two)
    expect(two.text.toString()).toBe('once')
    expect(harness.store.log(draftId)).toHaveLength(1)
  })

  test('a full disk is said to the one who writes, and nothing is applied', async () => {
    const one = rawClient(harness, 1)
    await one.open()
    harness.store.before.append = async () => {
      throw new AppError('STORAGE_FULL')
    }
    expect(codeOf(await one.push(one.draw((text) => text.insert(0, 'x'))))).toBe('STORAGE_FULL')
    expect(await harness.drafts.read(draftId)).toBe('')
  })

  test('while the tail cannot be read, edits are refused and nobody gets in', async () => {
    const one = rawClient(harness, 1)
    await one.open()
    harness.store.before.append = away
    const update = one.draw((text) => text.insert(0, 'x'))
    expect(codeOf(await one.push(update))).toBe('DB_UNAVAILABLE')
    harness.store.before.append = back
    harness.store.before.since = away
    expect(codeOf(await one.push(update))).toBe('DB_UNAVAILABLE')
    expect(codeOf(await rawClient(harness, 2).open())).toBe('DB_UNAVAILABLE')
    harness.store.before.since = back
    expect(codeOf(await one.push(update))).toBe('ok')
  })

  test('trouble in one draft is not the trouble of all: a deleted draft in the same commit', async () => {
    const one = rawClient(harness, 1)
    await one.open()
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    const first = one.push(one.draw((text) => text.insert(0, 'a')))
    await asked.wait()
    const gone = harness.drafts.edit(otherDraftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'b' }])
    const two = rawClient(harness, 2)
    await two.open()
    const second = two.push(two.draw((text) => text.insert(0, 'c')))
    await rawClient(harness, 3).open()
    harness.store.remove(otherDraftId)
    commit.open()
    await expect(gone).rejects.toThrow()
    expect(codeOf(await first)).toBe('ok')
    expect(codeOf(await second)).toBe('ok')
  })
})

describe('another node', () => {
  test('an edit that lost its number to another node comes after it', async () => {
    const other = await startHarness({ store: harness.store })
    const [here, there] = [harness.client(1), other.client(2)]
    await Promise.all([here.synced, there.synced])
    here.text.insert(0, 'here ')
    await eventually(() => expect(isSaved(here)).toBe(true))
    there.text.insert(0, 'there ')
    await eventually(() => expect(isSaved(there)).toBe(true))
    await eventually(() => expect(there.text.toString()).toHaveLength(11))
    here.text.insert(0, 'again ')
    await eventually(() => expect(here.text.toString()).toHaveLength(17))
    await eventually(() => expect(isSaved(here)).toBe(true))
    expect((await harness.cold()).text).toBe(here.text.toString())
    await other.stop()
  })

  test('a log that another node has folded away is read as a whole', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'one ')
    await eventually(() => expect(isSaved(one)).toBe(true))
    const other = await startHarness({ store: harness.store })
    const two = other.client(2)
    await two.synced
    two.text.insert(0, 'two ')
    await eventually(() => expect(isSaved(two)).toBe(true))
    await two.destroy()
    await eventually(() => expect(harness.store.log(draftId)).toHaveLength(0))
    one.text.insert(one.text.length, 'three')
    await eventually(() => expect(one.text.toString()).toHaveLength(13))
    await eventually(() => expect(isSaved(one)).toBe(true))
    expect((await harness.cold()).text).toBe(one.text.toString())
    await other.stop()
  })
})

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
    expect(one.text.toString()).toContain('stored')
    await settled(one, two)
    expect(two.text.toString()).toContain('early ')
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
    expect(three.text.toString()).toBe('last words')
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
    two.text.insert(0, 'third ')
    await eventually(() => expect(isSaved(two)).toBe(true))
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
    expect(one.text.toString()).toBe('once and only once')
    expect((await harness.cold()).text).toBe('once and only once')
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
    expect((await harness.cold()).text).toBe(one.text.toString())
    const late = harness.client(2)
    await late.synced
    expect(late.text.toString()).toBe(one.text.toString())
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
    await eventually(() => expect(one.text.toString()).toBe(cold.text))
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

  test('an edit of a draft that does not exist', async () => {
    await expect(harness.drafts.read(userId(9))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
