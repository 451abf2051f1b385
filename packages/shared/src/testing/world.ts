import { randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDraftServer } from '@prologue/collab/server'
import { afterAll, beforeAll } from 'vitest'
import { migrate, openDatabase, type Database } from '../database/index.ts'
import { createDraftStore } from '../drafts/index.ts'
import { makeGenerations } from '../generation/index.ts'
import { jobKinds } from '../jobs/index.ts'
import { makeModels } from '../providers/index.ts'
import { memoryRates } from '../rates/index.ts'
import { makeSecrets } from '../secrets.ts'
import type { Services } from '../services.ts'
import { onEachEngine } from './engines.ts'
import { makeMailbox, type Mailbox } from './mailbox.ts'
import { quiet } from './quiet.ts'

/** A migrated database with everything an operation uses; what went to rooms and open sockets is kept in `sent`. */
export type World = { database: Database; services: Services; sent: Sent[]; mailbox: Mailbox; close(): Promise<void> }

type Sent = { event: string; id: string; text?: string }

export async function openWorld(url: string): Promise<World> {
  const database = await openDatabase(url)
  await migrate(database)
  const sent: Sent[] = []
  const drafts = createDraftServer<never>({
    store: createDraftStore(database, {
      onKept: (id) => sent.push({ event: 'checkpoints:changed', id }),
      onActive: (id) => sent.push({ event: 'conversation:active', id }),
    }),
    access: () => Promise.reject(new Error('No socket is attached here')),
    logger: quiet,
  })
  const generations = makeGenerations()
  const mailbox = makeMailbox()
  const exportsFolder = join(tmpdir(), `prologue-exports-${randomUUID()}`)
  const services: Services = {
    publicUrl: 'http://localhost:3000',
    setup: { token: null },
    drafts,
    generations,
    models: makeModels(),
    rooms: {
      conversationChanged: (id) => sent.push({ event: 'conversation:changed', id }),
      conversationActive: (id) => sent.push({ event: 'conversation:active', id }),
      promptChanged: (_conversationId, id) => sent.push({ event: 'prompt:changed', id }),
      branchesChanged: (id) => sent.push({ event: 'branches:changed', id }),
      promptDelta: (_conversationId, id, _offset, text) => sent.push({ event: 'prompt:delta', id, text }),
      promptEdit: (_conversationId, id, _position, { text }) => sent.push({ event: 'prompt:edit', id, text }),
      sectionsChanged: (id) => sent.push({ event: 'sections:changed', id }),
      commentsChanged: (id) => sent.push({ event: 'comments:changed', id }),
      checkpointsChanged: (id) => sent.push({ event: 'checkpoints:changed', id }),
      listChanged: (userIds) => userIds.forEach((id) => sent.push({ event: 'conversations:changed', id })),
      personRenamed: (id, text) => sent.push({ event: 'person:renamed', id, text }),
      notificationsChanged: (userIds) => userIds.forEach((id) => sent.push({ event: 'notifications:changed', id })),
      announcementChanged: () => sent.push({ event: 'announcement:changed', id: '' }),
      isHere: async () => false,
    },
    access: {
      conversationChanged: (id) => sent.push({ event: 'access:conversation', id }),
      sessionEnded: (id) => sent.push({ event: 'access:session', id }),
      accountChanged: (id) => sent.push({ event: 'access:account', id }),
    },
    rates: memoryRates(),
    mail: mailbox,
    jobKinds,
    exportsFolder,
    secrets: makeSecrets(randomBytes(32)),
  }
  return {
    database,
    services,
    sent,
    mailbox,
    async close() {
      await mailbox.settled()
      await generations.stopAll('The test has ended.')
      await drafts.close()
      await database.close()
      await rm(exportsFolder, { recursive: true, force: true })
    },
  }
}

/** Runs the same suite on SQLite and on MySQL, each with a migrated database of its own. */
export function onEachDatabase(name: string, define: (world: () => World) => void): void {
  onEachEngine(name, (url) => {
    let world: World | undefined
    beforeAll(async () => {
      world = await openWorld(url())
    })
    afterAll(() => world?.close())
    define(() => {
      if (!world) throw new Error('The world is there once the suite runs')
      return world
    })
  })
}
