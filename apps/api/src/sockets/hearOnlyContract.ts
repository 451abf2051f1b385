import { clientEvents } from '@prologue/contracts'
import type { Socket } from 'socket.io'

/** Denies by default: an event for which the contract names no rule is never heard, whoever listens for it. */
export function hearOnlyContract(socket: Pick<Socket, 'use'>): void {
  socket.use(([event], next) => {
    if (typeof event === 'string' && Object.hasOwn(clientEvents, event)) next()
  })
}
