// The live side of the application on a real database, put together from its own parts as apps/api does, with a clock
// around the commit. Serving pages and the API is left out; an edit never comes by there.
import { createDraftServer } from '@prologue/collab/server'
import type { DraftStore } from '@prologue/collab/server'
import { AppError } from '@prologue/contracts'
import { createDraftStore, draftAccess, migrate, openDatabase, sessionsOn } from '@prologue/shared'
import type { Actor, Logger } from '@prologue/shared'
import { makePrepare } from './makePrepare.ts'
import { makeLiveServer, serve } from './serve.ts'

type Identity = { actor: Actor }

const [url = ''] = process.argv.slice(2)
const log = (fields: object, message: string) => console.error(message, fields)
const logger: Logger = { info() {}, warn: log, error: log }

const database = await openDatabase(url)
await migrate(database)

let commits: number[] = []

function timed(store: DraftStore): DraftStore {
  return {
    ...store,
    async append(batch) {
      const started = performance.now()
      await store.append(batch)
      commits.push(performance.now() - started)
    },
  }
}

const drafts = createDraftServer<Identity>({
  store: timed(createDraftStore(database)),
  access: ({ actor }, draftId) => draftAccess(database, actor, draftId),
  logger,
  // The load is one address and a few accounts; what a socket may send is no part of what is measured.
  limits: { draftPushesPerSecond: 100_000 },
})

const io = makeLiveServer<{ identity: Identity }>()

async function identify(token: unknown): Promise<Identity> {
  const { session, user } = await sessionsOn(database.knex).validateSession(String(token))
  if (!session) throw new AppError('UNAUTHENTICATED')
  const { id: userId, name, role } = user
  return { actor: { kind: 'user', userId, name, role, sessionId: session.rowId, confirmedAt: session.confirmedAt } }
}

io.use(async (socket, next) => {
  try {
    socket.data.identity = await identify(socket.handshake.auth['token'])
    next()
  } catch (error) {
    next(new Error('The session is not valid.', { cause: error }))
  }
})
io.on('connection', (socket) => drafts.attach(socket))

serve(io.httpServer, {
  prepare: makePrepare({ database, drafts, logger }),
  takeCommits() {
    const taken = commits
    commits = []
    return taken
  },
})
