// The least that a server of live editing can do: every frame goes on to the others of its draft, and its sender is told.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { prepareNothing, serve } from './serve.ts'

const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
const rooms = new Map<string, Set<WebSocket>>()
const acknowledged = Buffer.alloc(0)

sockets.on('connection', (socket, { url = '' }) => {
  const room = rooms.getOrInsertComputed(url, () => new Set())
  room.add(socket)
  socket.on('close', () => room.delete(socket))
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data)
    socket.send(acknowledged)
  })
})

serve(server, { prepare: prepareNothing, takeCommits: () => [] })
