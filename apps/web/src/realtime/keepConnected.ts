import { createRetry, listen } from '@prologue/collab/client'
import type { ErrorCode } from '@prologue/contracts'
import type { Socket } from 'socket.io-client'

type Connecting = Pick<Socket, 'active' | 'connect' | 'on' | 'off'>

/** Connects again, later each time, where the library gives up: refused at the door, or sent away. Until what it returns is called. */
export function keepConnected(socket: Connecting, onSignedOut: () => void): () => void {
  const retry = createRetry(() => void socket.connect())
  const refused = (error: Error) => {
    // What the network broke is tried again by the library.
    if (socket.active) return
    if (isSignedOut(error)) onSignedOut()
    // Also then: only the session knows whether this page is to end, and it may be a new one.
    retry.later()
  }
  const ended = (reason: string) => {
    if (reason === 'io server disconnect') retry.later()
  }
  const unlisten = listen(socket, { connect: retry.reset, connect_error: refused, disconnect: ended })
  return () => {
    retry.stop()
    unlisten()
  }
}

function isSignedOut(error: Error): boolean {
  const code: ErrorCode = 'UNAUTHENTICATED'
  const data = 'data' in error ? error.data : undefined
  return typeof data === 'object' && data !== null && 'code' in data && data.code === code
}
