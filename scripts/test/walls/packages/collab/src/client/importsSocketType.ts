// expects nothing
import type { Socket } from 'socket.io-client'

export type Connection = Socket
