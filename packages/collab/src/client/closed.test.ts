import { AppError } from '@prologue/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, draftId, eventually, gate, isSaved, rawClient, settled, startHarness, userId } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(async () => {
  await harness.stop()
})

describe('when access changes', () => {
  test('revocation in the middle of typing: the place ends, and what waits is refused', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    two.text.insert(0, 'before ')
    await asked.wait()
    one.text.insert(0, 'after ')
    await rawClient(harness, 3).open()
    harness.roles.set(userId(1), null)
    await harness.drafts.rejudge(({ userId: user }, id) => user === userId(1) && id === draftId)
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'access-ended', unsent: 1 }))
    commit.open()
    await eventually(() => expect(isSaved(two)).toBe(true))
    two.text.insert(two.text.length, 'secret')
    await eventually(() => expect(isSaved(two)).toBe(true))
    expect((await harness.cold()).text).toBe('before secret')
    expect(one.text.toJSON()).toBe('after ')
    expect(codeOf(await rawClient(harness, 1).open())).toBe('NOT_FOUND')
  })

  test('somebody whose access ends while the draft loads does not get in', async () => {
    const load = gate()
    const asked = gate()
    harness.store.before.load = () => {
      asked.open()
      return load.wait()
    }
    const one = harness.client(1)
    await asked.wait()
    harness.roles.set(userId(1), null)
    await harness.drafts.rejudge(() => true)
    load.open()
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'NOT_FOUND' }))
  })

  test('an editor made viewer stops writing, and made editor again sends what was kept', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    harness.roles.set(userId(1), 'viewer')
    await harness.drafts.rejudge(() => true)
    await eventually(() => expect(one.status.get()).toMatchObject({ role: 'viewer', canWrite: false }))
    one.text.insert(0, 'not yet')
    two.text.insert(0, 'others go on ')
    await eventually(() => expect(one.text.toJSON()).toContain('others go on'))
    expect(one.status.get()).toMatchObject({ state: 'unsendable', unsent: 1 })
    expect((await harness.cold()).text).toBe('others go on ')
    harness.roles.set(userId(1), 'editor')
    await harness.drafts.rejudge(() => true)
    await settled(one, two)
    await eventually(() => expect(two.text.toJSON()).toContain('not yet'))
  })

  test('edits made offline by somebody who may only read on return never count as saved, and go out with the right', async () => {
    const one = harness.client(1)
    await one.synced
    one.socket.disconnect()
    one.text.insert(0, 'written ')
    one.text.insert(8, 'offline')
    harness.roles.set(userId(1), 'viewer')
    const states = new Set<string>()
    one.status.subscribe(({ state }) => states.add(state))
    one.socket.connect()
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'unsendable', unsent: 2, canWrite: false }))
    expect(states).not.toContain('saved')
    expect((await harness.cold()).text).toBe('')
    harness.roles.set(userId(1), 'editor')
    await harness.drafts.rejudge(() => true)
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'saved', unsent: 0 }))
    expect((await harness.cold()).text).toBe('written offline')
  })

  test('access that cannot be judged now changes nothing, and who asked hears of it', async () => {
    const one = harness.client(1)
    await one.synced
    harness.beforeAccess = async () => {
      throw new AppError('DB_UNAVAILABLE')
    }
    await expect(harness.drafts.rejudge(() => true)).rejects.toMatchObject({ code: 'DB_UNAVAILABLE' })
    one.text.insert(0, 'still in')
    await eventually(() => expect(isSaved(one)).toBe(true))
  })

  test('one place that cannot be judged keeps no other from being judged', async () => {
    const [one, two] = [harness.client(1), harness.client(2)]
    await Promise.all([one.synced, two.synced])
    harness.roles.set(userId(1), null).set(userId(2), null)
    harness.beforeAccess = async () => {
      harness.beforeAccess = async () => {}
      throw new AppError('DB_UNAVAILABLE')
    }
    const isOut = (client: typeof one) => client.status.get().closedBecause === 'access-ended'
    await expect(harness.drafts.rejudge(() => true)).rejects.toMatchObject({ code: 'DB_UNAVAILABLE' })
    await eventually(() => expect([one, two].filter(isOut)).toHaveLength(1))
    await harness.drafts.rejudge(() => true)
    await eventually(() => expect([one, two].filter(isOut)).toHaveLength(2))
  })

  test('a judgement that fails takes nothing from an earlier one that still waits for its answer', async () => {
    const one = harness.client(1)
    await one.synced
    const slow = gate()
    harness.beforeAccess = slow.wait
    const earlier = harness.drafts.rejudge(() => true)
    harness.beforeAccess = async () => {
      throw new AppError('DB_UNAVAILABLE')
    }
    await expect(harness.drafts.rejudge(() => true)).rejects.toMatchObject({ code: 'DB_UNAVAILABLE' })
    harness.roles.set(userId(1), 'viewer')
    slow.open()
    await earlier
    await eventually(() => expect(one.status.get()).toMatchObject({ role: 'viewer', canWrite: false }))
  })
})

describe('when the draft itself changes', () => {
  test('a draft of another epoch is not merged into: the page is to load anew', async () => {
    const one = harness.client(1, false, 7)
    one.text.insert(0, 'from an old copy')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'epoch-changed' }))
    expect(one.text.toJSON()).toBe('from an old copy')
    expect(await harness.drafts.read(draftId)).toBe('')
  })

  test('a stored draft that was replaced ends all places, and no edit of the old one gets into the new', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'old')
    await eventually(() => expect(isSaved(one)).toBe(true))
    harness.store.create(draftId, 2)
    await harness.drafts.reset(draftId, 'epoch-changed')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'epoch-changed' }))
    const two = harness.client(2, false, 2)
    await two.synced
    expect(two.text.toJSON()).toBe('')
  })

  test('an edit that meets a replaced draft is refused even before anybody was told', async () => {
    const one = harness.client(1)
    await one.synced
    one.text.insert(0, 'old')
    await eventually(() => expect(isSaved(one)).toBe(true))
    harness.store.create(draftId, 2)
    one.text.insert(3, 'er')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'epoch-changed' }))
    expect(harness.store.log(draftId)).toHaveLength(0)
  })

  test('a deleted draft', async () => {
    const one = harness.client(1)
    await one.synced
    harness.store.remove(draftId)
    await harness.drafts.reset(draftId, 'draft-deleted')
    await eventually(() => expect(one.status.get()).toMatchObject({ state: 'closed', closedBecause: 'draft-deleted' }))
  })
})
