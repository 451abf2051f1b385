import type { ServerToClientEvents } from '@prologue/contracts'

type Handlers = ServerToClientEvents & {
  connect: () => void
  disconnect: (reason: string) => void
  connect_error: (error: Error) => void
}

type Emitter = {
  on(event: keyof Handlers, handler: (...values: never[]) => void): unknown
  off(event: keyof Handlers, handler: (...values: never[]) => void): unknown
}

/** Hears the named events of a connection until what it returns is called. */
export function listen<E extends keyof Handlers>(socket: Emitter, handlers: Pick<Handlers, E>): () => void {
  const ends: (() => void)[] = []
  for (const event in handlers) {
    const handler = handlers[event]
    socket.on(event, handler)
    ends.push(() => socket.off(event, handler))
  }
  return () => {
    for (const end of ends) end()
  }
}
