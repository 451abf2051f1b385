import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@prologue/contracts'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftId, eventually, settled, startHarness, userId, type Harness } from '../testing/harness.ts'
import type { DraftServerLimits } from './types.ts'

const harnesses: Harness[] = []
afterEach(async () => {
  for (const harness of harnesses.splice(0)) await harness.stop()
})

async function start(limits: Partial<DraftServerLimits> = {}) {
  const harness = await startHarness({ limits })
  harnesses.push(harness)
  return harness
}

const texts = (harness: Harness) => harness.store.kept(draftId).map(({ text }) => text)

test('what people write is kept while they go on, as often as is said, and only when something was written', async () => {
  const harness = await start({ keepEvery: 150 })
  const ada = harness.client(1)
  await ada.synced
  ada.text.insert(0, 'One')
  await settled(ada)
  expect(texts(harness)).toEqual([])
  await eventually(() => expect(texts(harness)).toEqual(['One']))
  await sleep(400)
  expect(texts(harness)).toEqual(['One'])
  ada.text.insert(3, ' two')
  await eventually(() => expect(texts(harness)).toEqual(['One', 'One two']))
  const [, last] = harness.store.kept(draftId)
  expect(Y.decodeStateVector(last?.stateVector ?? new Uint8Array())).toEqual(Y.decodeStateVector(Y.encodeStateVector(ada.doc)))
})

test('it is kept when the last person leaves, not before, and not when they only read', async () => {
  const harness = await start()
  const [ada, grace] = [harness.client(1), harness.client(2)]
  await Promise.all([ada.synced, grace.synced])
  ada.text.insert(0, 'Mine')
  await settled(ada, grace)
  await ada.destroy()
  await sleep(100)
  expect(texts(harness)).toEqual([])
  await grace.destroy()
  await eventually(() => expect(texts(harness)).toEqual(['Mine']))

  const reader = harness.client(3)
  await reader.synced
  await reader.destroy()
  await sleep(100)
  expect(texts(harness)).toEqual(['Mine'])
})

test('a store that cannot keep it loses no edit, and the next one is kept', async () => {
  const harness = await start()
  let refused = 0
  harness.store.before.keep = () => {
    refused += 1
    return Promise.reject(new AppError('DB_UNAVAILABLE'))
  }
  const edit = (insert: string) =>
    harness.drafts.edit(draftId, { kind: 'user', userId: userId(1) }, (text) => [{ index: text.length, remove: 0, insert }])
  await edit('One')
  await eventually(() => expect(refused).toBe(1))
  harness.store.before.keep = async () => {}
  await edit(' two')
  await eventually(() => expect(texts(harness)).toEqual(['One two']))
  expect((await harness.cold()).text).toBe('One two')
})

test('a server that stops keeps what was written until then; one that is killed loses no edit', async () => {
  const harness = await start()
  const ada = harness.client(1)
  await ada.synced
  ada.text.insert(0, 'Before the end')
  await settled(ada)
  await harness.kill()
  expect(texts(harness)).toEqual([])
  expect((await harness.cold()).text).toBe('Before the end')
  await harness.start()
  await settled(ada)
  ada.text.insert(0, 'And after. ')
  await settled(ada)
  await harness.drafts.close()
  expect(texts(harness)).toEqual(['And after. Before the end'])
})
