import { MessageType } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsUpdate, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { createAcks, openLine } from './openLine.ts'
import type { Connect } from './wire.ts'

function message(draftId: string, type: MessageType, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, draftId)
  encoding.writeVarUint(encoder, type)
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
    const type = decoding.readVarUint(decoder)
    if (type === MessageType.SyncStatus) acks.came()
    if (type !== MessageType.Sync && type !== MessageType.SyncReply) return
    if (decoding.readVarUint(decoder) === messageYjsUpdate) hear(decoding.readVarUint8Array(decoder))
    else synced.resolve()
  })
  socket.send(
    message(draftId, MessageType.Auth, (encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarString(encoder, 'anybody')
    }),
  )
  socket.send(message(draftId, MessageType.Sync, (encoder) => writeSyncStep1(encoder, new Y.Doc())))
  await synced.promise
  return {
    send(update) {
      socket.send(message(draftId, MessageType.Sync, (encoder) => writeUpdate(encoder, update)))
      return acks.wait()
    },
    close: () => socket.close(),
  }
}
