import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { codeOf, draftId, gate, rawClient, startHarness, userId, madeBy, openedClient } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'
import { toBase64 } from '../updates/base64.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

describe('whose client id it is', () => {
  test("nobody writes under another's client id, used or only reserved", async () => {
    const [one, two] = [await openedClient(harness, 1), await openedClient(harness, 2)]
    await one.push(one.draw((text) => text.insert(0, 'mine')))
    two.doc.clientID = one.doc.clientID
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(one.doc))
    forged.clientID = one.doc.clientID
    const before = Y.encodeStateVector(forged)
    forged.getText('draft').insert(0, 'forged')
    expect(codeOf(await two.push(Y.encodeStateAsUpdate(forged, before)))).toBe('BAD_UPDATE')
    expect(codeOf(await rawClient(harness, 3).open(one.doc.clientID))).toBe('BAD_UPDATE')
    const reserved = await openedClient(harness, 4)
    expect(codeOf(await two.push(madeBy(reserved.doc.clientID, (doc) => doc.getText('draft').insert(0, 'x'))))).toBe('BAD_UPDATE')
    expect(await harness.drafts.read(draftId)).toBe('mine')
  })

  test('a client id is claimed in the commit that first uses it, and stays claimed after a restart', async () => {
    const one = await openedClient(harness, 1)
    expect((await harness.store.load(draftId))?.authors).toEqual([])
    await one.push(one.draw((text) => text.insert(0, 'mine')))
    expect((await harness.store.load(draftId))?.authors).toEqual([
      { clientId: one.doc.clientID, author: { kind: 'user', userId: userId(1) } },
    ])
    await harness.restart()
    expect(codeOf(await rawClient(harness, 2).open(one.doc.clientID))).toBe('BAD_UPDATE')
  })

  test('two people who bring the same new client id in the same moment: one of them has it', async () => {
    const [one, two, three] = [await openedClient(harness, 1), await openedClient(harness, 2), await openedClient(harness, 3)]
    const commit = gate()
    const asked = gate()
    harness.store.before.append = () => {
      asked.open()
      return commit.wait()
    }
    const first = one.push(one.draw((text) => text.insert(0, 'first')))
    await asked.wait()
    const rivals = [two, three].map((rival, index) =>
      rival.push(madeBy(99, (doc) => doc.getText('draft').insert(0, String(index)))),
    )
    await openedClient(harness, 4)
    commit.open()
    expect(codeOf(await first)).toBe('ok')
    const codes = (await Promise.all(rivals)).map(codeOf)
    expect(codes.toSorted()).toEqual(['BAD_UPDATE', 'ok'])
    expect(harness.store.log(draftId)).toHaveLength(2)
  })

  test('edits of earlier sittings, under other client ids of the same person, are taken', async () => {
    const one = await openedClient(harness, 1)
    const earlier = madeBy(1234, (doc) => doc.getText('draft').insert(0, 'offline'))
    expect(codeOf(await one.push(earlier))).toBe('ok')
    expect(codeOf(await one.push(earlier))).toBe('ok')
    expect(harness.store.log(draftId)).toHaveLength(1)
  })
})

describe('who may only look', () => {
  test('a viewer writes by no frame', async () => {
    harness.roles.set(userId(2), 'viewer')
    const one = await openedClient(harness, 1)
    await one.push(one.draw((text) => text.insert(0, 'read only')))
    const two = rawClient(harness, 2)
    const opening = await two.open()
    expect(opening).toMatchObject({ ok: true, role: 'viewer', canWrite: false })
    expect(codeOf(await two.push(two.draw((text) => text.insert(0, 'x'))))).toBe('FORBIDDEN')
    const other = await two.socket.timeout(5_000).emitWithAck('draft:push', {
      draftId: userId(7),
      update: toBase64(madeBy(3, (doc) => doc.getText('draft').insert(0, 'x'))),
    })
    expect(codeOf(other)).toBe('CONFLICT')
    // A state vector that claims more than there is, and cursors that carry an update: neither changes a thing.
    await two.open()
    two.socket.emit('draft:awareness', { draftId, state: { cursor: null, typing: true } })
    expect(codeOf(await two.push(Y.encodeStateAsUpdate(two.doc)))).toBe('FORBIDDEN')
    expect(await harness.drafts.read(draftId)).toBe('read only')
    expect(harness.store.log(draftId)).toHaveLength(1)
  })

  test('somebody without access gets nothing, also of a draft that others have open', async () => {
    await openedClient(harness, 1)
    harness.roles.set(userId(2), null)
    const two = rawClient(harness, 2)
    const seen: unknown[] = []
    two.socket.onAny((...event) => seen.push(event))
    expect(codeOf(await two.open())).toBe('NOT_FOUND')
    expect(codeOf(await two.push(madeBy(3, (doc) => doc.getText('draft').insert(0, 'x'))))).toBe('CONFLICT')
    await harness.drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'secret' }])
    expect(codeOf(await two.open())).toBe('NOT_FOUND')
    expect(seen).toEqual([])
  })
})
