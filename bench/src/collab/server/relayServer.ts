// What live editing cannot be faster than: each packet goes on to the others in its room, and nothing else happens.
import { makeLiveServer, prepareNothing, serve } from './serve.ts'

/** Yjs for "nothing": a state and a state vector. */
const emptyState = 'AAA='
const emptyVector = 'AA=='

const io = makeLiveServer<unknown>()
/** The client looks for gaps, so packets are numbered as the draft server numbers edits. */
const sequences = new Map<string, number>()

io.on('connection', (socket) => {
  socket.on('draft:open', ({ draftId }, reply) => {
    void socket.join(draftId)
    const sequence = sequences.get(draftId) ?? 0
    reply({ ok: true, update: emptyState, stateVector: emptyVector, sequence, role: 'editor', canWrite: true, awareness: [] })
  })
  socket.on('draft:push', ({ draftId, update }, reply) => {
    const sequence = (sequences.get(draftId) ?? 0) + 1
    sequences.set(draftId, sequence)
    socket.to(draftId).emit('draft:updates', { draftId, sequence, updates: [update] })
    reply({ ok: true, sequence })
  })
})

serve(io.httpServer, { prepare: prepareNothing, takeCommits: () => [] })
