import type { DraftClientSocket } from '@prologue/collab/client'
import { io } from 'socket.io-client'
import type { Connect } from './wire.ts'

const nothing = Buffer.from([0]).toString('base64')

/** The draft server's own protocol, which the Socket.IO relay speaks as well. */
export const connectSocketIo: Connect = async ({ port, draftId, epoch, token }, clientId, hear) => {
  const socket: DraftClientSocket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  })
  socket.on('draft:updates', ({ updates }) => {
    for (const update of updates) hear(Buffer.from(update, 'base64'))
  })
  const opened = await socket.emitWithAck('draft:open', { draftId, clientId, epoch, stateVector: nothing })
  if (!opened.ok) throw new Error(opened.error.message)
  return {
    async send(update) {
      const ack = await socket.emitWithAck('draft:push', { draftId, update: Buffer.from(update).toString('base64') })
      if (!ack.ok) throw new Error(`${ack.error.code}: ${ack.error.message}`)
    },
    close: () => void socket.disconnect(),
  }
}
