import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@prologue/shared'
import { onEachEngine } from '@prologue/shared/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startProcess, type ServerProcess } from '../testing/startProcess.ts'
import { signUpPerson } from '../testing/people.ts'

const deleted = 150
const soon = { timeout: 30_000, interval: 20 }

onEachEngine('a server killed amid a job', (databaseUrl) => {
  let folder: string
  const servers: ServerProcess[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prologue-jobs-'))
  })
  afterAll(async () => {
    for (const server of servers) await server.end('SIGKILL')
    await rm(folder, { recursive: true })
  })

  const start = async () => {
    const server = await startProcess({ DATABASE_URL: databaseUrl(), DATA_DIR: folder, LOG_LEVEL: 'error' })
    servers.push(server)
    return server
  }

  it('leaves work that the next one brings to its end, each piece of it done once', { timeout: 120_000 }, async () => {
    const first = await start()
    const ada = await signUpPerson(first.url)
    for (let made = 0; made < deleted; made++) await ada.api.conversations.create.mutate({})
    const database = await openDatabase(databaseUrl())
    const { knex } = database
    const left = async () => (await knex('conversations').pluck('id')).length
    const job = () => knex('jobs').where({ name: 'purge-deleted' }).orderBy('createdAt').first()
    await knex('conversations').update({ deletedAt: new Date(Date.now() - 40 * 86_400_000) })
    await vi.waitFor(async () => expect(await job()).toMatchObject({ status: 'waiting' }), soon)

    await knex('jobs').where({ name: 'purge-deleted' }).update({ dueAt: new Date() })
    await vi.waitFor(async () => expect(await left()).toBeLessThan(deleted), soon)
    await first.end('SIGKILL')
    const after = await left()
    expect(after).toBeGreaterThan(0)
    expect(await job()).toMatchObject({ status: 'running', attempts: 1 })

    // Nobody waits a minute here for the lease to run out.
    await knex('jobs')
      .where({ status: 'running' })
      .update({ leasedUntil: new Date(Date.now() - 1) })
    await start()
    await vi.waitFor(async () => expect(await job()).toMatchObject({ status: 'completed', attempts: 2 }), soon)
    expect(await left()).toBe(0)
    const told = await knex('audit_logs').where({ action: 'purge', entityType: 'conversations' }).select('entityId')
    expect(told).toHaveLength(deleted)
    expect(new Set(told.map(({ entityId }) => entityId)).size).toBe(deleted)
    await database.close()
  })
})
