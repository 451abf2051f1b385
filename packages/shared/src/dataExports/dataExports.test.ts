import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import type { Ctx } from '../context.ts'
import { erasePerson } from '../retention/index.ts'
import { DataExport, Notification, User } from '../models/index.ts'
import { buildConversation, buildUser, ctxOf, onEachDatabase, readArchive, signedUp } from '../testing/index.ts'
import { getDataExport, makeDataExports, openDataExport, startDataExport } from './index.ts'

const hours = (count: number) => count * 3_600_000

const later = (ctx: Ctx, ahead: number): Ctx => ({ ...ctx, now: () => new Date(Date.now() + ahead) })

const confirmedLater = (ctx: Ctx, ahead: number): Ctx => {
  const then = later(ctx, ahead)
  const { actor } = ctx
  return actor.kind === 'user' ? { ...then, actor: { ...actor, confirmedAt: then.now() } } : then
}

async function fetched(ctx: Ctx, id: string): Promise<Record<string, string>> {
  const { file, bytes } = await openDataExport(ctx, { id })
  const content = await file.readFile()
  await file.close()
  expect(content).toHaveLength(bytes)
  return readArchive(new Uint8Array(content))
}

onEachDatabase('an archive of what somebody has', (world) => {
  beforeEach(() => world().database.knex('data_exports').delete())

  const system = (ahead = 0): Ctx => ({
    ...ctxOf(world()),
    actor: { kind: 'system' },
    now: () => new Date(Date.now() + ahead),
  })
  const files = () => readdir(world().services.exportsFolder).catch((): string[] => [])
  const rowOf = (id: string) => DataExport.query(world().database.knex).findById(id)

  it('tells how far it is and when it is ready, is for its owner alone, and is in the audit', async () => {
    const { ctx, id: userId } = await signedUp(world())
    expect(await getDataExport(ctx)).toBeNull()
    const { id } = await startDataExport(ctx)
    expect(await getDataExport(ctx)).toMatchObject({ id, state: 'queued', bytes: null, expiresAt: null })
    await makeDataExports(system())
    const done = await getDataExport(ctx)
    expect(done).toMatchObject({ state: 'done', bytes: expect.any(Number), expiresAt: expect.any(Date) })
    expect(done?.entries).toBe(done?.expectedEntries)
    const [name = ''] = await files()
    expect((await stat(join(world().services.exportsFolder, name))).mode & 0o777).toBe(0o600)
    expect(await Notification.query(world().database.knex).where({ userId })).toMatchObject([{ kind: 'export-ready' }])
    expect(world().sent).toContainEqual({ event: 'notifications:changed', id: userId })

    const stranger = await signedUp(world())
    for (const other of [stranger.ctx, ctxOf(world(), await buildUser(world(), { role: 'admin' }))]) {
      await expect(openDataExport(other, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await getDataExport(other)).toBeNull()
    }
    await fetched(ctx, id)
    const told = await world()
      .database.knex('audit_logs')
      .where({ entityType: 'data_exports', entityId: id, actorId: userId })
      .orderBy('sequence')
      .pluck('action')
    expect(told).toEqual(['create', 'export'])
  })

  it('is made one at a time and twice a day; one that failed counts for nothing', async () => {
    const { ctx } = await signedUp(world())
    await startDataExport(ctx)
    await expect(startDataExport(ctx)).rejects.toMatchObject({ code: 'CONFLICT' })
    // Where a file stands there can be no folder.
    const broken = { ...world().services, exportsFolder: join(import.meta.filename, 'exports') }
    expect(await makeDataExports({ ...system(), services: broken })).toEqual({ archives: 0, failed: 1, removed: 0 })
    expect(await getDataExport(ctx)).toMatchObject({ state: 'failed' })
    for (const time of [1, 2]) {
      await startDataExport(ctx)
      expect(await makeDataExports(system()), `archive ${time}`).toMatchObject({ archives: 1 })
    }
    await expect(startDataExport(ctx)).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) })
    expect(await startDataExport(confirmedLater(ctx, hours(24.1)))).toMatchObject({ state: 'queued' })
  })

  it('is asked for twice at once and begun once', async () => {
    const { ctx } = await signedUp(world())
    const answers = await Promise.allSettled([startDataExport(ctx), startDataExport(ctx), startDataExport(ctx)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is for who has an account and proved not long ago who they are', async () => {
    await expect(startDataExport(ctxOf(world()))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const guest = ctxOf(world(), await buildUser(world(), { role: 'guest' }))
    await expect(startDataExport(guest)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { ctx } = await signedUp(world())
    await expect(startDataExport(later(ctx, hours(1)))).rejects.toMatchObject({ code: 'CONFIRM_IDENTITY' })
  })

  it('is there for a day, and then neither the row nor the file', async () => {
    const { ctx } = await signedUp(world())
    const { id } = await startDataExport(ctx)
    await makeDataExports(system())
    const lease = (await rowOf(id))?.lease
    expect(await files()).toContain(`${lease}.zip`)
    await makeDataExports(system(hours(23)))
    await fetched(ctx, id)
    await expect(openDataExport(later(ctx, hours(24.1)), { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await getDataExport(later(ctx, hours(24.1)))).toBeNull()
    expect(await makeDataExports(system(hours(24.1)))).toMatchObject({ removed: 1 })
    expect(await rowOf(id)).toBeUndefined()
    expect(await files()).not.toContain(`${lease}.zip`)
  })

  /** A run that goes on to the drafts and no further until `goOn`, as one whose process hangs. */
  function hangingRun() {
    const reached = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const { services } = world()
    const drafts: typeof services.drafts = {
      ...services.drafts,
      async read(draftId) {
        reached.resolve()
        await held.promise
        return services.drafts.read(draftId)
      },
    }
    const run = makeDataExports({ ...system(), services: { ...services, drafts } })
    return { run, reached: reached.promise, goOn: held.resolve }
  }

  it('is made once where the process that wrote it hung or was killed, and what that left is removed', async () => {
    const { ctx, id: userId } = await signedUp(world())
    const owner = await User.query(world().database.knex).findById(userId).throwIfNotFound()
    await buildConversation(world(), { owner })
    const { id } = await startDataExport(ctx)
    const first = hangingRun()
    await first.reached
    const partial = `${(await rowOf(id))?.lease}.partial`
    expect(await files()).toContain(partial)
    // While it may still be at it, nobody else begins.
    expect(await makeDataExports(system())).toMatchObject({ archives: 0 })
    expect(await files()).toContain(partial)
    expect(await makeDataExports(system(31_000))).toMatchObject({ archives: 1 })
    const lease = (await rowOf(id))?.lease
    expect(await files()).not.toContain(partial)
    first.goOn()
    expect(await first.run).toMatchObject({ archives: 0, failed: 0 })
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 2, lease })
    expect((await files()).filter((name) => name.includes(String(lease)))).toEqual([`${lease}.zip`])
    expect(Object.keys(await fetched(ctx, id))).toContain('drafts.json')
    expect(await Notification.query(world().database.knex).where({ userId })).toHaveLength(1)
  })

  it('that no run ever ended has failed, and can be asked for again', async () => {
    const { ctx } = await signedUp(world())
    const { id } = await startDataExport(ctx)
    const left = { state: 'running', attempts: 3, lease: randomUUID(), leasedUntil: new Date(0) }
    await world().database.knex('data_exports').where({ id }).update(left)
    expect(await makeDataExports(system())).toMatchObject({ archives: 0, failed: 1 })
    expect(await getDataExport(ctx)).toMatchObject({ state: 'failed' })
    expect(await startDataExport(ctx)).toMatchObject({ state: 'queued' })
  })

  it('goes with the account at once, also amid its making', async () => {
    const ada = await signedUp(world())
    const owner = await User.query(world().database.knex).findById(ada.id).throwIfNotFound()
    await buildConversation(world(), { owner })
    const { id: ready } = await startDataExport(ada.ctx)
    await makeDataExports(system())
    const lease = (await rowOf(ready))?.lease
    await startDataExport(ada.ctx)
    const second = hangingRun()
    await second.reached
    expect(await files()).toContain(`${lease}.zip`)
    const before = await files()
    const partials = before.filter((name) => name.endsWith('.partial'))
    expect(partials).toHaveLength(1)
    await erasePerson(system(), { email: ada.email })
    const after = await files()
    expect(after).not.toContain(`${lease}.zip`)
    expect(after).not.toContain(partials[0])
    expect(await world().database.knex('data_exports').where({ userId: ada.id })).toEqual([])
    second.goOn()
    expect(await second.run).toMatchObject({ archives: 0 })
    expect((await files()).filter((name) => !before.includes(name))).toEqual([])
  })

  it('leaves files alone that are none of it', async () => {
    const { exportsFolder } = world().services
    await mkdir(exportsFolder, { recursive: true })
    const orphan = `${randomUUID()}.zip`
    for (const name of [orphan, 'notes.txt']) await writeFile(join(exportsFolder, name), '')
    await makeDataExports(system())
    expect(await files()).toContain('notes.txt')
    expect(await files()).not.toContain(orphan)
  })
})
