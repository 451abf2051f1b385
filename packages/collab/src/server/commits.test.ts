import { AppError } from '@prologue/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, draftId, eventually, gate, isSaved, otherDraftId, rawClient, settled, startHarness } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

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
    expect(two.text.toJSON()).toBe('')
    expect(await harness.drafts.read(draftId)).toBe('')
    harness.store.before.append = back
    await settled(one, two)
    expect(two.text.toJSON()).toBe('kept')
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
    expect(two.text.toJSON()).toBe('once')
    expect(harness.store.log(draftId)).toHaveLength(1)
  })

  test('an edit whose commit got no answer reaches also those who only read', async () => {
    const one = harness.client(1)
    await one.synced
    harness.store.afterAppend = away
    harness.store.before.since = away
    const edit = harness.drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'once' }])
    await expect(edit).rejects.toMatchObject({ code: 'DB_UNAVAILABLE' })
    expect(harness.store.log(draftId)).toHaveLength(1)
    // The first time nobody answers.
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(one.text.toJSON()).toBe('')
    harness.store.afterAppend = back
    harness.store.before.since = back
    await eventually(() => expect(one.text.toJSON()).toBe('once'))
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
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' })
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
    await eventually(() => expect(there.text.toJSON()).toHaveLength(11))
    here.text.insert(0, 'again ')
    await eventually(() => expect(here.text.toJSON()).toHaveLength(17))
    await eventually(() => expect(isSaved(here)).toBe(true))
    expect((await harness.cold()).text).toBe(here.text.toJSON())
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
    await eventually(() => expect(one.text.toJSON()).toHaveLength(13))
    await eventually(() => expect(isSaved(one)).toBe(true))
    expect((await harness.cold()).text).toBe(one.text.toJSON())
    await other.stop()
  })
})
