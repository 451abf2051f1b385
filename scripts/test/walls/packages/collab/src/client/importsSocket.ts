// expects prologue(package-walls)
import { io } from 'socket.io-client'

export const connect = io
