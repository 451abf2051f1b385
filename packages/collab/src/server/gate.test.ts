import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { pushLimits } from '../protocol.ts'
import { codeOf, draftId, startHarness, madeBy, openedClient } from '../testing/harness.ts'
import type { Harness } from '../testing/harness.ts'
import { encodeParts } from '../updates/parts.ts'

let harness: Harness
beforeEach(async () => {
  harness = await startHarness()
})
afterEach(() => harness.stop())

/** An insertion as it is read from an update. */
function item(client: number, clock: number, text: string, origin: Y.ID | null = null, right: Y.ID | null = null): Y.Item {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getText('draft').insert(0, 'x')
  // The root's name stands where no neighbour tells it, as in an update that was read.
  const [read] = Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs
  const parent = read instanceof Y.Item && !origin && !right ? read.parent : null
  return new Y.Item(Y.createID(client, clock), null, origin, null, right, parent, null, new Y.ContentString(text))
}

function structs(list: (Y.Item | Y.GC)[]): Uint8Array {
  return encodeParts({ structs: list, deletes: new Map() })
}

describe('a push that is no plain text is refused, and the draft is as before', () => {
  const id = 77
  const cases: Record<string, () => Uint8Array> = {
    'another root': () => madeBy(id, (doc) => doc.getText('other').insert(0, 'x')),
    'a map': () => madeBy(id, (doc) => doc.getMap('draft').set('a', 'x')),
    'an array of JSON': () => madeBy(id, (doc) => doc.getArray('draft').insert(0, [{ a: 1 }])),
    'binary content': () => madeBy(id, (doc) => doc.getArray('draft').insert(0, [new Uint8Array([1])])),
    'a nested type': () => madeBy(id, (doc) => doc.getArray('draft').insert(0, [new Y.Text('x')])),
    'a subdocument': () => madeBy(id, (doc) => doc.getArray('draft').insert(0, [new Y.Doc()])),
    'a format': () => madeBy(id, (doc) => doc.getText('draft').insert(0, 'x', { bold: true })),
    'an embed': () => madeBy(id, (doc) => doc.getText('draft').insertEmbed(0, { image: 'x' })),
    XML: () => madeBy(id, (doc) => doc.getXmlFragment('draft').insert(0, [new Y.XmlElement('p')])),
    'Yjs V2': () => Y.convertUpdateFormatV1ToV2(madeBy(id, (doc) => doc.getText('draft').insert(0, 'some text'))),
    nothing: () => new Uint8Array(),
    'bytes that follow it': () => new Uint8Array([...madeBy(id, (doc) => doc.getText('draft').insert(0, 'x')), 0]),
    'one byte': () => new Uint8Array([1]),
    'a cut frame': () => madeBy(id, (doc) => doc.getText('draft').insert(0, 'some text')).slice(0, -4),
    'a client id above 32 bits': () => structs([item(2 ** 32, 0, 'x')]),
    'text of no length': () => new Uint8Array([1, 1, id, 0, 4, 1, 5, ...new TextEncoder().encode('draft'), 0, 0]),
    'collected text of no length': () => new Uint8Array([1, 1, id, 0, 0, 0, 0]),
    'collected text without end': () => structs([new Y.GC(Y.createID(id, 0), 2 ** 40)]),
    'a gap before it': () => structs([item(id, 5, 'x')]),
    'a left neighbour nobody has': () => structs([item(id, 0, 'x', Y.createID(5, 9))]),
    'a right neighbour nobody has': () => structs([item(id, 0, 'x', null, Y.createID(5, 9))]),
    'itself as neighbour': () => structs([item(id, 0, 'x', Y.createID(id, 0))]),
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
    'too many pieces': () => structs(Array.from({ length: pushLimits.structs + 1 }, (_, clock) => item(id, clock, 'x'))),
    'too many clients': () =>
      encodeParts({
        structs: Array.from({ length: pushLimits.clients + 1 }, (_, client) => item(client, 0, 'x')),
        deletes: new Map(),
      }),
  }

  test.each(Object.keys(cases))('%s', async (name) => {
    const one = await openedClient(harness, 1)
    const ack = await one.push(cases[name]?.() ?? new Uint8Array())
    expect(codeOf(ack)).toBe('BAD_UPDATE')
    expect(harness.store.log(draftId)).toHaveLength(0)
    expect(harness.errors).toEqual([])
  })

  test('what the same helpers make of honest parts is taken', async () => {
    const one = await openedClient(harness, 1)
    expect(codeOf(await one.push(structs([item(id, 0, 'ab'), item(id, 2, 'c', Y.createID(id, 1))])))).toBe('ok')
    expect(await harness.drafts.read(draftId)).toBe('abc')
  })

  test('one client in two sections, of which Yjs would read the last only', async () => {
    const one = await openedClient(harness, 1)
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
    const one = await openedClient(harness, 1)
    await one.push(one.draw((text) => text.insert(0, 'abcdef')))
    const own = one.doc.clientID
    const wrong = structs([item(id, 0, 'x', Y.createID(own, 4), Y.createID(own, 1))])
    expect(codeOf(await one.push(wrong))).toBe('BAD_UPDATE')
  })
})

describe('limits', () => {
  test('a frame and a draft that are too large', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { updateBytes: 2_000, draftBytes: 5_000 } })
    const one = await openedClient(harness, 1)
    expect(codeOf(await one.push(one.draw((text) => text.insert(0, 'x'.repeat(3_000)))))).toBe('TOO_LARGE')
    const two = await openedClient(harness, 2)
    for (let index = 0; index < 3; index += 1) {
      await two.push(two.draw((text) => text.insert(0, 'y'.repeat(1_500))))
    }
    expect(codeOf(await two.push(two.draw((text) => text.insert(0, 'z'.repeat(1_500)))))).toBe('TOO_LARGE')
    // A full draft can still be shortened, and then written on.
    const three = await openedClient(harness, 3)
    expect(codeOf(await three.push(three.draw((text) => text.delete(0, 4_000))))).toBe('ok')
    expect(codeOf(await three.push(three.draw((text) => text.insert(0, 'w'.repeat(1_500)))))).toBe('ok')
    const huge = await one.socket.timeout(5_000).emitWithAck('draft:push', { draftId, update: 'A'.repeat(360_000) })
    expect(codeOf(huge)).toBe('TOO_LARGE')
  })

  test('what one edit of a full draft makes room for is not taken by another of the same commit', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftBytes: 5_000 } })
    const one = await openedClient(harness, 1)
    expect(codeOf(await one.push(one.draw((text) => text.insert(0, 'x'.repeat(4_900)))))).toBe('ok')
    const others = await Promise.all([2, 3, 4].map((user) => openedClient(harness, user)))
    const pushes = others.map((client) =>
      client.push(
        client.draw((text) => {
          text.delete(0, 2_000)
          text.insert(0, 'y'.repeat(1_900))
        }),
      ),
    )
    expect((await Promise.all(pushes)).map(codeOf).toSorted()).toEqual(['TOO_LARGE', 'TOO_LARGE', 'ok'])
    expect(await harness.drafts.read(draftId)).toBe('y'.repeat(1_900) + 'x'.repeat(2_900))
  })

  test('a full draft takes an edit that puts less in the place of more', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftBytes: 5_000 } })
    const one = await openedClient(harness, 1)
    expect(codeOf(await one.push(one.draw((text) => text.insert(0, 'x'.repeat(4_900)))))).toBe('ok')
    const replace = async (user: number, remove: number, insert: number) => {
      const client = await openedClient(harness, user)
      const change = client.draw((text) => {
        text.delete(0, remove)
        text.insert(0, 'y'.repeat(insert))
      })
      return codeOf(await client.push(change))
    }
    expect(await replace(2, 100, 1_500)).toBe('TOO_LARGE')
    expect(await replace(3, 3_000, 1_500)).toBe('ok')
    expect(await harness.drafts.read(draftId)).toBe('y'.repeat(1_500) + 'x'.repeat(1_900))
  })

  test('more than thirty edits a second', async () => {
    await harness.stop()
    harness = await startHarness({ limits: { draftPushesPerSecond: 5 } })
    const one = await openedClient(harness, 1)
    const acks = []
    for (let index = 0; index < 30; index += 1) acks.push(codeOf(await one.push(one.draw((text) => text.insert(0, 'x')))))
    expect(acks).toContain('RATE_LIMITED')
    expect(acks.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'ok'))
    const accepted = acks.indexOf('RATE_LIMITED')
    expect(await harness.drafts.read(draftId)).toHaveLength(accepted)
  })
})
