import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DraftClient } from './client/index.ts'
import { draftId, eventually, settled, startHarness, type Harness } from './testing/harness.ts'

const harnesses: Harness[] = []
afterEach(async () => {
  for (const harness of harnesses.splice(0)) await harness.stop()
})

/** Two people in one draft, each with an undo as the editor makes it: for what is written in it alone. */
async function start() {
  const harness = await startHarness()
  harnesses.push(harness)
  const [ada, grace] = [withUndo(harness.client(1)), withUndo(harness.client(2))]
  await Promise.all([ada.client.synced, grace.client.synced])
  return { harness, ada, grace }
}

function withUndo<C extends DraftClient>(client: C) {
  const editor = Symbol('editor')
  const undoing = new Y.UndoManager(client.text, { trackedOrigins: new Set([editor]), captureTimeout: 0 })
  const change = (work: (text: Y.Text) => void) => client.doc.transact(() => work(client.text), editor)
  return {
    client,
    undoing,
    insert: (at: number, text: string) => change((of) => of.insert(at, text)),
    remove: (at: number, length: number) => change((of) => of.delete(at, length)),
  }
}

test('undo takes back one’s own edits alone, and redo brings them again', async () => {
  const { harness, ada, grace } = await start()
  ada.insert(0, 'Ada. ')
  await settled(ada.client, grace.client)
  grace.insert(5, 'Grace. ')
  await settled(ada.client, grace.client)
  await harness.drafts.edit(draftId, { kind: 'assistant' }, (text) => [{ index: text.length, remove: 0, insert: 'Helper. ' }])
  await eventually(() => expect(ada.client.text.toJSON()).toContain('Helper.'))
  ada.insert(2, 'XX')
  await settled(ada.client, grace.client)

  ada.undoing.undo()
  ada.undoing.undo()
  expect(ada.undoing.undo()).toBeNull()
  await settled(ada.client, grace.client)
  expect(grace.client.text.toJSON()).toBe('Grace. Helper. ')
  grace.undoing.undo()
  expect(grace.undoing.undo()).toBeNull()
  await settled(ada.client, grace.client)
  expect(ada.client.text.toJSON()).toBe('Helper. ')
  ada.undoing.redo()
  ada.undoing.redo()
  await settled(ada.client, grace.client)
  expect(grace.client.text.toJSON()).toContain('AdXXa. ')
  expect(grace.client.text.toJSON()).toContain('Helper. ')
})

test('what somebody wrote amid words that are taken back stays', async () => {
  const { ada, grace } = await start()
  ada.insert(0, 'one three')
  await settled(ada.client, grace.client)
  grace.insert(4, 'two ')
  await settled(ada.client, grace.client)
  ada.undoing.undo()
  await settled(ada.client, grace.client)
  expect(grace.client.text.toJSON()).toBe('two ')
})

test('after a connection that was lost and edits while it was, undo knows its own edits still, and no others', async () => {
  const { harness, ada, grace } = await start()
  ada.insert(0, 'Before. ')
  await settled(ada.client, grace.client)
  ada.client.socket.disconnect()
  ada.insert(8, 'Away. ')
  grace.insert(0, 'Grace. ')
  await eventually(() => expect(harness.store.log(draftId).length).toBeGreaterThan(1))
  ada.client.socket.connect()
  await settled(ada.client, grace.client)
  expect(ada.client.text.toJSON()).toBe('Grace. Before. Away. ')
  await harness.restart()
  await settled(ada.client, grace.client)

  ada.undoing.undo()
  await settled(ada.client, grace.client)
  expect(grace.client.text.toJSON()).toBe('Grace. Before. ')
  ada.undoing.undo()
  expect(ada.undoing.undo()).toBeNull()
  await settled(ada.client, grace.client)
  expect(grace.client.text.toJSON()).toBe('Grace. ')
})

test('taking back a deletion brings the words again, also those of others, once', async () => {
  const { ada, grace } = await start()
  grace.insert(0, 'Grace wrote this.')
  await settled(ada.client, grace.client)
  ada.remove(5, 6)
  await settled(ada.client, grace.client)
  expect(grace.client.text.toJSON()).toBe('Grace this.')
  ada.undoing.undo()
  await settled(ada.client, grace.client)
  expect(grace.client.text.toJSON()).toBe('Grace wrote this.')
})
