import { createAcks, openLine } from './openLine.ts'
import type { Connect } from './wire.ts'

/** The bare relay's: an update is a frame, and an empty frame its acknowledgement. */
export const connectWs: Connect = async ({ port, draftId }, _clientId, hear) => {
  const acks = createAcks()
  const socket = await openLine(port, draftId, (data) => {
    if (data.length === 0) acks.came()
    else hear(data)
  })
  return {
    send(update) {
      socket.send(update)
      return acks.wait()
    },
    close: () => socket.close(),
  }
}
