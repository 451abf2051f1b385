import { listen } from '@prologue/collab/client'
import type { ClientToServerEvents, ServerToClientEvents } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { createContext, createSignal, onCleanup, useContext, type Accessor, type JSX } from 'solid-js'
import { io, type Socket } from 'socket.io-client'
import { meKey } from '../identity/session.tsx'
import { keepConnected } from './keepConnected.ts'

type AppSocket = Socket<ServerToClientEvents, ClientToServerEvents>
export type Connection = {
  socket: AppSocket
  /** Becomes false only when it has been gone long enough to be worth a word. */
  online: Accessor<boolean>
}

const ConnectionContext = createContext<Connection>()

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('useConnection stands outside ConnectionProvider')
  return connection
}

/** A reconnect after a deploy takes a moment; nobody needs to hear of it. */
const patience = 2500

/** One websocket for all that is live on the page, closed when the page is left. */
export function ConnectionProvider(props: { children: JSX.Element }) {
  const socket: AppSocket = io({ transports: ['websocket'], reconnectionDelayMax: 5000 })
  const queryClient = useQueryClient()
  // Signed out in another tab: once the session is known to have ended, this page leads to the sign-in.
  let signedOut = false
  const askWho = () => void queryClient.invalidateQueries({ queryKey: meKey })
  const stop = keepConnected(socket, () => {
    signedOut = true
    askWho()
  })
  const [online, setOnline] = createSignal(true)
  let timer: ReturnType<typeof setTimeout> | undefined

  const gone = () => {
    timer ??= setTimeout(() => setOnline(false), patience)
  }
  const here = () => {
    clearTimeout(timer)
    timer = undefined
    setOnline(true)
    // And signed in again there, while this page stayed for what it had not sent.
    if (signedOut) askWho()
    signedOut = false
  }
  // The browser knows at once when its network is back; the next try may be seconds away, and only disconnecting ends the wait for it.
  const wake = () => {
    if (!socket.connected) socket.disconnect().connect()
  }
  // And when it is gone, which a socket would notice half a minute later. The library does so for every host but localhost.
  const drop = () => void socket.io.engine?.close()

  const unlisten = listen(socket, { connect: here, disconnect: gone, connect_error: gone, 'announcement:changed': askWho })
  window.addEventListener('online', wake)
  window.addEventListener('offline', drop)
  onCleanup(() => {
    clearTimeout(timer)
    window.removeEventListener('online', wake)
    window.removeEventListener('offline', drop)
    stop()
    unlisten()
    socket.disconnect()
  })
  return <ConnectionContext.Provider value={{ socket, online }}>{props.children}</ConnectionContext.Provider>
}
