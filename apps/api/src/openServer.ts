import { createDraftServer } from '@prologue/collab/server'
import {
  createDraftStore,
  draftAccess,
  expectSecretKey,
  failInterrupted,
  lifeless,
  makeGenerations,
  makeModels,
  makeOutbox,
  makeSecrets,
  makeToken,
  needsSetup,
  openDatabase,
  startJobs,
  type JobKinds,
  type Services,
} from '@prologue/shared'
import type { Logger } from 'pino'
import type { Env } from './env.ts'
import { createHttp, type Http } from './http/createHttp.ts'
import { jobKindsOf } from './jobKindsOf.ts'
import { makeMails } from './mail/makeMails.ts'
import { makeMetrics } from './metrics/makeMetrics.ts'
import { openRates } from './rates/openRates.ts'
import { makeContexts } from './makeContexts.ts'
import { portOf } from './portOf.ts'
import { prepareDatabase } from './prepareDatabase.ts'
import { readSecretKey } from './secrets/readSecretKey.ts'
import { createSockets, type Identity } from './sockets/createSockets.ts'

export type OpenServer = {
  publicUrl: string
  port: number
  /** The one-time link while nobody administers the server, else null. */
  setupUrl: string | null
  close(): Promise<void>
}

/**
 * Migrates the database and serves page, API and rooms on one port.
 * @throws Error with a sentence for the operator when database or port cannot be had.
 */
export async function openServer(env: Env, logger: Logger, jobKinds: JobKinds = jobKindsOf(env)): Promise<OpenServer> {
  await prepareDatabase(env, logger)
  const database = await openDatabase(env.databaseUrl)
  const secrets = makeSecrets(await readSecretKey(env))
  await expectSecretKey(database.knex, secrets)

  const setup = { token: (await needsSetup(database.knex)) ? makeToken() : null }
  const generations = makeGenerations()
  const drafts = createDraftServer<Identity>({
    store: createDraftStore(database, {
      onKept: (conversationId) => sockets.rooms.checkpointsChanged(conversationId),
      onActive: (conversationId) => sockets.rooms.conversationActive(conversationId),
      logger,
    }),
    access: ({ actor }, draftId) => draftAccess(database, actor, draftId),
    logger,
  })
  const metrics = makeMetrics(database)
  const sockets = createSockets({ env, database, drafts, generations, logger, metrics })
  const rates = await openRates(env.redisUrl, logger)
  const outbox = makeOutbox({ database, secrets, now: () => new Date() })
  const mail = makeMails({ server: env.mailServer, outbox, logger })
  const services: Services = {
    publicUrl: env.publicUrl ?? '',
    setup,
    drafts,
    generations,
    models: makeModels(env.models),
    rooms: sockets.rooms,
    access: sockets.access,
    mail,
    rates: rates.rates,
    secrets,
    jobKinds,
    exportsFolder: env.exportsFolder,
  }
  const contexts = makeContexts({ database, services, logger })
  const interrupted = () => failInterrupted(contexts.system('start'))
  await interrupted()
  // What died just before shows life until then, and in a change of versions another process is still writing.
  const again = setTimeout(() => {
    interrupted().catch((error: unknown) =>
      logger.error({ err: error }, 'It could not be found out which answers were left behind'),
    )
  }, lifeless + 1_000).unref()

  const http = await createHttp({ env, logger, contexts, services, database, metrics })
  await listen(http, env)
  const port = portOf(http.server)
  services.publicUrl = env.publicUrl ?? `http://localhost:${port}`
  sockets.attach(http, contexts, services)
  const jobs = startJobs({ kinds: jobKinds, contextOf: contexts.system })

  return {
    publicUrl: services.publicUrl,
    port,
    setupUrl: setup.token && `${services.publicUrl}/signup#${setup.token}`,
    async close() {
      // No new work first; it ends when the open sockets have.
      const refused = http.close()
      clearTimeout(again)
      await generations.stopAll('The server was stopped.')
      await jobs.close()
      await drafts.close()
      await sockets.close()
      await refused
      rates.close()
      await mail.close()
      await database.close()
    },
  }
}

/** @throws Error that says what to do where the port is somebody else's. */
async function listen(http: Http, { port, host }: Env): Promise<void> {
  try {
    await http.listen({ port, host })
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw taken ? new Error(`Port ${port} of ${host} is taken. Set PORT to another one.`, { cause: error }) : error
  }
}
