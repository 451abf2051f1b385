import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { pushLimits } from './protocol.ts'
import { codeOf, draftId, eventually, rawClient, settled, startHarness, userId } from './testing/harness.ts'
import type { Harness } from './testing/harness.ts'
import { toBase64 } from './updates/base64.ts'
import { encodeParts } from './updates/parts.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

async function opened(user: number) {
  const raw = rawClient(harness, user)
  await raw.open()
  return raw
}

/** An update that a document of its own makes, under a client id. */
function made(clientId: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc)
}

describe('a push that is no plain text is refused, and the draft is as before', () => {
  const id = 77
  const cases: Record<string, () => Uint8Array> = {
    'another root': () => made(id, (doc) => doc.getText('other').insert(0, 'x')),
    'a map': () => made(id, (doc) => doc.getMap('draft').set('a', 'x')),
    'an array of JSON': () => made(id, (doc) => doc.getArray('draft').insert(0, [{ a: 1 }])),
    'binary content': () => made(id, (doc) => doc.getArray('draft').insert(0, [new Uint8Array([1])])),
    'a nested type': () => made(id, (doc) => doc.getArray('draft').insert(0, [new Y.Text('x')])),
    'a subdocument': () => made(id, (doc) => doc.getArray('draft').insert(0, [new Y.Doc()])),
    'a format': () => made(id, (doc) => doc.getText('draft').insert(0, 'x', { bold: true })),
    'an embed': () => made(id, (doc) => doc.getText('draft').insertEmbed(0, { image: 'x' })),
    XML: () => made(id, (doc) => doc.getXmlFragment('draft').insert(0, [new Y.XmlElement('p')])),
    'Yjs V2': () => Y.convertUpdateFormatV1ToV2(made(id, (doc) => doc.getText('draft').insert(0, 'some text'))),
    nothing: () => new Uint8Array(),
    'bytes that follow it': () => new Uint8Array([...made(id, (doc) => doc.getText('draft').insert(0, 'x')), 0]),
    'one byte': () => new Uint8Array([1]),
    'a cut frame': () => made(id, (doc) => doc.getText('draft').insert(0, 'some text')).slice(0, -4),
    'a client id above 32 bits': () => structs(2 ** 32, [item(2 ** 32, 0, 'x')]),
    'text of no length': () => new Uint8Array([1, 1, id, 0, 4, 1, 5, ...new TextEncoder().encode('draft'), 0, 0]),
    'collected text of no length': () => new Uint8Array([1, 1, id, 0, 0, 0, 0]),
    'collected text without end': () => structs(id, [new Y.GC(Y.createID(id, 0), 2 ** 40)]),
    'a gap before it': () => structs(id, [item(id, 5, 'x')]),
    'a left neighbour nobody has': () => structs(id, [item(id, 0, 'x', Y.createID(5, 9))]),
    'a right neighbour nobody has': () => structs(id, [item(id, 0, 'x', null, Y.createID(5, 9))]),
    'itself as neighbour': () => structs(id, [item(id, 0, 'x', Y.createID(id, 0))]),
    'neighbours in a circle': () =>
      encodeParts({
        structs: [item(id, 0, 'x', Y.createID(78, 0)), item(78, 0, 'y', Y.createID(id, 0))],
        deletes: new Map(),
      }),
    'a deletion of what nobody has': () => encodeParts({ structs: [], deletes: new Map([[id, [{ clock: 0, len: 1 }]]]) }),
    'deletions that overlap': () =>
      encodeParts({
        structs: [item(id, 0, 'abc')],
        deletes: new Map([
          [
            id,
            [
              { clock: 0, len: 2 },
              { clock: 1, len: 1 },
            ],
          ],
        ]),
      }),
    'too many pieces': () =>
      structs(
        id,
        Array.from({ length: pushLimits.structs + 1 }, (_, clock) => item(id, clock, 'x')),
      ),
    'too many clients': () =>
      encodeParts({
        structs: Array.from({ length: pushLimits.clients + 1 }, (_, client) => item(client, 0, 'x')),
        deletes: new Map(),
      }),
  }

  function item(client: number, clock: number, text: string, origin: Y.ID | null = null, right: Y.ID | null = null): Y.Item {
    const doc = new Y.Doc()
    doc.clientID = client
    doc.getText('draft').insert(0, 'x')
    // The root's name stands where no neighbour tells it, as in an update that was read.
    const [read] = Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs
    const parent = read instanceof Y.Item && !origin && !right ? read.parent : null
    return new Y.Item(Y.createID(client, clock), null, origin, null, right, parent, null, new Y.ContentString(text))
  }

  function structs(_client: number, list: (Y.Item | Y.GC)[]): Uint8Array {
    return encodeParts({ structs: list, deletes: new Map() })
  }

  test.each(Object.keys(cases))('%s', async (name) => {
    const one = await opened(1)
    const ack = await one.push(cases[name]?.() ?? new Uint8Array())
    expect(codeOf(ack)).toBe('BAD_UPDATE')
    expect(harness.store.log(draftId)).toHaveLength(0)
    expect(harness.errors).toEqual([])
  })

  test('what the same helpers make of honest parts is taken', async () => {
    const one = await opened(1)
    expect(codeOf(await one.push(structs(id, [item(id, 0, 'ab'), item(id, 2, 'c', Y.createID(id, 1))])))).toBe('ok')
    expect(await harness.drafts.read(draftId)).toBe('abc')
  })

  test('one client in two sections, of which Yjs would read the last only', async () => {
    const one = await opened(1)
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, 2)
    for (const [clock, text] of [
      [0, 'ab'],
      [2, 'cd'],
    ] as const) {
      for (const number of [1, id, clock]) encoding.writeVarUint(frame, number)
      encoding.writeUint8(frame, clock === 0 ? 4 : 0x84)
      if (clock === 0) {
        encoding.writeVarUint(frame, 1)
        encoding.writeVarString(frame, 'draft')
      } else {
        encoding.writeVarUint(frame, id)
        encoding.writeVarUint(frame, 1)
      }
      encoding.writeVarString(frame, text)
    }
    encoding.writeVarUint(frame, 0)
    expect(codeOf(await one.push(encoding.toUint8Array(frame)))).toBe('BAD_UPDATE')
  })

  test('a right neighbour that stands to the left', async () => {
    const one = await opened(1)
    await one.push(one.draw((text) => text.insert(0, 'abcdef')))
    const own = one.doc.clientID
    const wrong = structs(id, [item(id, 0, 'x', Y.createID(own, 4), Y.createID(own, 1))])
    expect(codeOf(await one.push(wrong))).toBe('BAD_UPDATE')
  })
})

describe('whose client id it is', () => {
  test("nobody writes under another's client id, used or only reserved", async () => {
    const [one, two] = [await opened(1), await opened(2)]
    await one.push(one.draw((text) => text.insert(0, 'mine')))
    two.doc.clientID = one.doc.clientID
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(one.doc))
    forged.clientID = one.doc.clientID
    const before = Y.encodeStateVector(forged)
    forged.getText('draft').insert(0, 'forged')
    expect(codeOf(await two.push(Y.encodeStateAsUpdate(forged, before)))).toBe('BAD_UPDATE')
    expect(codeOf(await rawClient(harness, 3).open(one.doc.clientID))).toBe('BAD_UPDATE')
    const reserved = await opened(4)
    expect(codeOf(await two.push(made(reserved.doc.clientID, (doc) => doc.getText('draft').insert(0, 'x'))))).toBe('BAD_UPDATE')
    expect(await harness.drafts.read(draftId)).toBe('mine')
  })

  test('a client id is claimed in the commit that first uses it, and stays claimed after a restart', async () => {
    const one = await opened(1)
    expect((await harness.store.load(draftId))?.authors).toEqual([])
    await one.push(one.draw((text) => text.insert(0, 'mine')))
    expect((await harness.store.load(draftId))?.authors).toEqual([
      { clientId: one.doc.clientID, author: { kind: 'user', userId: userId(1) } },
    ])
    await harness.restart()
    expect(codeOf(await rawClient(harness, 2).open(one.doc.clientID))).toBe('BAD_UPDATE')
  })

  test('edits of earlier sittings, under other client ids of the same person, are taken', async () => {
    const one = await opened(1)
    const earlier = made(1234, (doc) => doc.getText('draft').insert(0, 'offline'))
    expect(codeOf(await one.push(earlier))).toBe('ok')
    expect(codeOf(await one.push(earlier))).toBe('ok')
    expect(harness.store.log(draftId)).toHaveLength(1)
  })
})

describe('limits', () => {
  test('a frame and a draft that are too large', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { updateBytes: 2_000, draftBytes: 5_000 } })
    const one = await opened(1)
    expect(codeOf(await one.push(one.draw((text) => text.insert(0, 'x'.repeat(3_000)))))).toBe('TOO_LARGE')
    const two = await opened(2)
    for (let index = 0; index < 3; index += 1) {
      await two.push(two.draw((text) => text.insert(0, 'y'.repeat(1_500))))
    }
    expect(codeOf(await two.push(two.draw((text) => text.insert(0, 'z'.repeat(1_500)))))).toBe('TOO_LARGE')
    // A full draft can still be shortened, and then written on.
    const three = await opened(3)
    expect(codeOf(await three.push(three.draw((text) => text.delete(0, 4_000))))).toBe('ok')
    expect(codeOf(await three.push(three.draw((text) => text.insert(0, 'w'.repeat(1_500)))))).toBe('ok')
    const huge = await one.socket.timeout(5_000).emitWithAck('draft:push', { draftId, update: 'A'.repeat(360_000) })
    expect(codeOf(huge)).toBe('TOO_LARGE')
  })

  test('more than thirty edits a second', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftPushesPerSecond: 5 } })
    const one = await opened(1)
    const acks = []
    for (let index = 0; index < 30; index += 1) acks.push(codeOf(await one.push(one.draw((text) => text.insert(0, 'x')))))
    expect(acks).toContain('RATE_LIMITED')
    expect(acks.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'ok'))
    const accepted = acks.indexOf('RATE_LIMITED')
    expect(await harness.drafts.read(draftId)).toHaveLength(accepted)
  })
})

describe('who may only look', () => {
  test('a viewer writes by no frame', async () => {
    harness.roles.set(userId(2), 'viewer')
    const one = await opened(1)
    await one.push(one.draw((text) => text.insert(0, 'read only')))
    const two = rawClient(harness, 2)
    const opening = await two.open()
    expect(opening).toMatchObject({ ok: true, role: 'viewer', canWrite: false })
    expect(codeOf(await two.push(two.draw((text) => text.insert(0, 'x'))))).toBe('FORBIDDEN')
    const other = await two.socket
      .timeout(5_000)
      .emitWithAck('draft:push', { draftId: userId(7), update: toBase64(made(3, (doc) => doc.getText('draft').insert(0, 'x'))) })
    expect(codeOf(other)).toBe('CONFLICT')
    // A state vector that claims more than there is, and cursors that carry an update: neither changes a thing.
    await two.open()
    two.socket.emit('draft:awareness', { draftId, state: { cursor: null, typing: true } })
    expect(codeOf(await two.push(Y.encodeStateAsUpdate(two.doc)))).toBe('FORBIDDEN')
    expect(await harness.drafts.read(draftId)).toBe('read only')
    expect(harness.store.log(draftId)).toHaveLength(1)
  })

  test('somebody without access gets nothing, also of a draft that others have open', async () => {
    await opened(1)
    harness.roles.set(userId(2), null)
    const two = rawClient(harness, 2)
    const seen: unknown[] = []
    two.socket.onAny((...event) => seen.push(event))
    expect(codeOf(await two.open())).toBe('NOT_FOUND')
    expect(codeOf(await two.push(made(3, (doc) => doc.getText('draft').insert(0, 'x'))))).toBe('CONFLICT')
    await harness.drafts.edit(draftId, { kind: 'assistant' }, () => [{ index: 0, remove: 0, insert: 'secret' }])
    expect(codeOf(await two.open())).toBe('NOT_FOUND')
    expect(seen).toEqual([])
  })
})

describe('frames made to break the process', () => {
  test('thousands of mutated updates: each is refused or taken as text, and the state is that of the log', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftBytes: 1_000_000 } })
    const [one, two] = [await opened(1), await opened(2)]
    await one.push(one.draw((text) => text.insert(0, 'The quick brown fox jumps over the lazy dog. 😀')))
    await one.push(one.draw((text) => text.delete(4, 6)))
    await two.open()
    const honest = two.draw((text) => {
      text.insert(3, 'seven ')
      text.delete(10, 3)
      text.insert(0, 'Once ')
    })
    const mutation = fc.record({ at: fc.nat(honest.length), bytes: fc.uint8Array({ maxLength: 6 }), drop: fc.nat(4) })
    const frames = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(mutation, { minLength: 1, maxLength: 4 }).map((mutations) => {
        let bytes = [...honest]
        for (const { at, bytes: inserted, drop } of mutations)
          bytes = [...bytes.slice(0, at), ...inserted, ...bytes.slice(at + drop)]
        return new Uint8Array(bytes)
      }),
    )
    const outcomes = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(frames, async (frame) => {
        const before = harness.store.log(draftId).length
        const code = codeOf(await two.push(frame))
        outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
        expect(['ok', 'BAD_UPDATE']).toContain(code)
        if (code !== 'ok') expect(harness.store.log(draftId)).toHaveLength(before)
      }),
      { numRuns: 4_000 },
    )
    expect(harness.errors).toEqual([])
    expect(outcomes.get('BAD_UPDATE')).toBeGreaterThan(1_000)
    const late = harness.client(3)
    await late.synced
    const cold = await harness.cold()
    expect(late.text.toString()).toBe(cold.text)
    expect(await harness.drafts.read(draftId)).toBe(cold.text)
  })

  test('payloads of any shape, with and without a callback: an answer or silence, never a fall', async () => {
    const one = await opened(1)
    await one.push(one.draw((text) => text.insert(0, 'unmoved')))
    const events = ['draft:open', 'draft:push', 'draft:close', 'draft:awareness'] as const
    const wire: { emit(event: string, ...args: unknown[]): unknown } = one.socket
    const keys = fc.constantFrom(
      'draftId',
      'update',
      'state',
      'clientId',
      'epoch',
      'stateVector',
      '__proto__',
      'constructor',
      'then',
    )
    const value = fc.oneof(fc.anything({ withNullPrototype: false }), fc.constant(draftId), fc.constant('A'.repeat(100_000)))
    const payload = fc.oneof(value, fc.dictionary(keys, value), fc.array(value))
    const jsonable = payload.filter((each) => {
      try {
        return JSON.stringify(each) !== undefined
      } catch {
        return false
      }
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...events),
        fc.array(jsonable, { maxLength: 3 }),
        fc.boolean(),
        async (event, args, acked) => {
          if (acked) wire.emit(event, ...args, () => {})
          else wire.emit(event, ...args)
        },
      ),
      { numRuns: 1_500 },
    )
    wire.emit('draft:open', JSON.parse('{"__proto__":{"draftId":"x"},"draftId":null}'), () => {})
    wire.emit('draft:push')
    wire.emit('draft:push', null, null, null)
    await eventually(() => expect(one.socket.connected).toBe(true))
    expect(await harness.drafts.read(draftId)).toBe('unmoved')
    expect(harness.errors).toEqual([])
    const late = harness.client(2)
    await late.synced
    await settled(late)
    expect(late.text.toString()).toBe('unmoved')
  })
})
