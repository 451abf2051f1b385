import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsUpdate, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { createAcks, openLine } from './openLine.ts'
import type { Connect } from './wire.ts'

/** Kinds of messages, as the protocol numbers them. */
const kinds = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 } as const

function message(draftId: string, kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, draftId)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** Hocuspocus' own protocol, as its provider speaks it: let in, in step, then updates. */
export const connectHocuspocus: Connect = async ({ port, draftId }, _clientId, hear) => {
  const acks = createAcks()
  const synced = Promise.withResolvers<void>()
  const socket = await openLine(port, '', (data) => {
    const decoder = decoding.createDecoder(data)
    decoding.readVarString(decoder)
    const kind = decoding.readVarUint(decoder)
    if (kind === kinds.syncStatus) acks.came()
    if (kind !== kinds.sync && kind !== kinds.syncReply) return
    if (decoding.readVarUint(decoder) === messageYjsUpdate) hear(decoding.readVarUint8Array(decoder))
    else synced.resolve()
  })
  socket.send(
    message(draftId, kinds.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'anybody')
    }),
  )
  socket.send(message(draftId, kinds.sync, (encoder) => writeSyncStep1(encoder, new Y.Doc())))
  await synced.promise
  return {
    send(update) {
      socket.send(message(draftId, kinds.sync, (encoder) => writeUpdate(encoder, update)))
      return acks.wait()
    },
    close: () => socket.close(),
  }
}
