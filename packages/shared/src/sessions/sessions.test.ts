import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { signIn, signUp } from '../auth/index.ts'
import { withTransaction, type Ctx } from '../context.ts'
import { hashToken } from '../tokens.ts'
import { ctxOf, entered, onEachDatabase } from '../testing/index.ts'
import {
  endSessions,
  listSessions,
  liveSessions,
  noteSeen,
  openSession,
  replaceSessions,
  revokeOtherSessions,
  revokeSession,
  sessionsOn,
} from './index.ts'

const password = 'a long enough password'
const day = 86_400_000

onEachDatabase('sessions', (world) => {
  const sessionOf = (token: string) => sessionsOn(world().database.knex).validateSession(token)
  const rowOf = (id: string) => world().database.knex('sessions').where({ id }).first()

  /** Somebody with as many sessions as said, the caller being in the first. */
  async function somebody({ sessions = 1 } = {}) {
    const input = { name: 'Grace', email: `${randomUUID()}@example.com`, password }
    const { account, token } = entered(await signUp(ctxOf(world()), input))
    const tokens = [token]
    while (tokens.length < sessions) tokens.push(entered(await signIn(ctxOf(world()), input)).token)
    const ids: string[] = []
    for (const each of tokens) ids.push((await sessionOf(each)).session?.rowId ?? '')
    return { input, account, tokens, ids, ctx: as(account, ids[0] ?? '') }
  }

  function as(account: Parameters<typeof ctxOf>[1] & object, sessionId: string, confirmedAt = new Date()): Ctx {
    const { id: userId, name, role } = account
    return { ...ctxOf(world()), actor: { kind: 'user', userId, name, role, sessionId, confirmedAt } }
  }

  it('have a token of at least 128 bits, new at login and stored hashed', async () => {
    const { input, tokens } = await somebody({ sessions: 3 })
    expect(new Set(tokens).size).toBe(3)
    // Base32: five bits each.
    for (const token of tokens) expect(token.length * 5).toBeGreaterThanOrEqual(128)
    const stored = JSON.stringify(await world().database.knex('sessions'))
    for (const token of tokens) {
      expect(stored).not.toContain(token)
      expect(stored).toContain(hashToken(token))
    }
    // A token that somebody planted in the browser before does not become theirs.
    const again = entered(await signIn(ctxOf(world()), input))
    expect(tokens).not.toContain(again.token)
  })

  it('are looked up by their token byte by byte', async () => {
    const [token = ''] = (await somebody()).tokens
    expect((await sessionOf(token)).session).not.toBeNull()
    expect((await sessionOf(token.toUpperCase())).session).toBeNull()
    expect((await sessionOf(`${token} `)).session).toBeNull()
  })

  it('are listed to their person with address, agent and last use, and to nobody else', async () => {
    const one = await somebody({ sessions: 2 })
    const other = await somebody()
    const listed = await listSessions(one.ctx)
    expect(listed.map(({ id }) => id).toSorted()).toEqual(one.ids.toSorted())
    expect(listed.filter(({ current }) => current).map(({ id }) => id)).toEqual([one.ids[0]])
    for (const session of listed) {
      expect(session).toMatchObject({ ip: '127.0.0.1', userAgent: 'a test' })
      expect(session.lastSeenAt).toBeInstanceOf(Date)
    }
    expect(await listSessions(other.ctx)).toHaveLength(1)
    await expect(listSessions(ctxOf(world()))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('are listed no more once they have ended', async () => {
    const { ctx, ids } = await somebody({ sessions: 3 })
    const { knex } = world().database
    await knex('sessions')
      .where({ id: ids[1] })
      .update({ expiresAt: new Date(Date.now() - 1) })
    await knex('sessions')
      .where({ id: ids[2] })
      .update({ createdAt: new Date(Date.now() - 91 * day) })
    expect((await listSessions(ctx)).map(({ id }) => id)).toEqual([ids[0]])
  })

  it('are revoked one by one, each with its sockets and a line in the audit', async () => {
    const { ctx, ids, tokens, account } = await somebody({ sessions: 2 })
    const [, id = ''] = ids
    await revokeSession(ctx, { id })
    expect((await sessionOf(tokens[1] ?? '')).session).toBeNull()
    expect((await sessionOf(tokens[0] ?? '')).session).not.toBeNull()
    expect(world().sent).toContainEqual({ event: 'access:session', id })
    expect(await world().database.knex('audit_logs').where({ entityId: id }).select('action', 'actorId')).toEqual([
      { action: 'revoke', actorId: account.id },
    ])
    await expect(revokeSession(ctx, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of somebody else cannot be revoked', async () => {
    const [one, other] = [await somebody(), await somebody()]
    await expect(revokeSession(one.ctx, { id: other.ids[0] ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await sessionOf(other.tokens[0] ?? '')).session).not.toBeNull()
  })

  it('are revoked all but the one that asks', async () => {
    const { ctx, ids, tokens } = await somebody({ sessions: 3 })
    const other = await somebody()
    await revokeOtherSessions(ctx)
    const live = await Promise.all(tokens.map(async (token) => (await sessionOf(token)).session !== null))
    expect(live).toEqual([true, false, false])
    for (const id of ids.slice(1)) expect(world().sent).toContainEqual({ event: 'access:session', id })
    expect(world().sent).not.toContainEqual({ event: 'access:session', id: ids[0] })
    expect((await sessionOf(other.tokens[0] ?? '')).session).not.toBeNull()
  })

  it('end all with a new one for the browser that changed what protects the account', async () => {
    const { account, tokens, ids } = await somebody({ sessions: 2 })
    const confirmedAt = new Date(Date.now() - 5 * 60_000)
    const actor = { ...as(account, ids[0] ?? '', confirmedAt).actor, kind: 'user' as const }
    if (!('userId' in actor)) throw new Error('Somebody is signed in')
    const token = await withTransaction(ctxOf(world(), account), (tx) => replaceSessions(tx, actor))
    for (const old of tokens) expect((await sessionOf(old)).session).toBeNull()
    const { session } = await sessionOf(token)
    // That it was somebody once with the right password is no newer for it.
    expect(session?.confirmedAt).toEqual(confirmedAt)
    expect(await listSessions(as(account, session?.rowId ?? ''))).toHaveLength(1)
  })

  it('end all, and tell those who hold sockets, only once that is committed', async () => {
    const { account, ids, tokens } = await somebody({ sessions: 2 })
    const attempt = withTransaction(ctxOf(world()), async (tx) => {
      await endSessions(tx, account.id)
      throw new Error('The change failed')
    })
    await expect(attempt).rejects.toThrow('The change failed')
    expect((await sessionOf(tokens[0] ?? '')).session).not.toBeNull()
    expect(world().sent).not.toContainEqual({ event: 'access:session', id: ids[0] })
    await withTransaction(ctxOf(world()), (tx) => endSessions(tx, account.id))
    expect(await liveSessions(world().database.knex, ids)).toEqual(new Set())
    for (const id of ids) expect(world().sent).toContainEqual({ event: 'access:session', id })
  })

  it('end fourteen days after the last use', async () => {
    const [token = ''] = (await somebody()).tokens
    const { session } = await sessionOf(token)
    if (!session) throw new Error('It was just opened')
    const { knex } = world().database
    const used = new Date(session.createdAt.getTime() + 10 * day)
    await noteSeen(knex, session, used)
    const row = await rowOf(session.rowId)
    expect(new Date(row.expiresAt).getTime()).toBe(used.getTime() + 14 * day)
    await knex('sessions')
      .where({ id: session.rowId })
      .update({ expiresAt: new Date(Date.now() - 1) })
    expect((await sessionOf(token)).session).toBeNull()
  })

  it('end ninety days after they began, however much they are used, and no expiry passes that', async () => {
    const [token = ''] = (await somebody()).tokens
    const { session } = await sessionOf(token)
    if (!session) throw new Error('It was just opened')
    const { knex } = world().database
    const end = session.createdAt.getTime() + 90 * day
    await noteSeen(knex, session, new Date(end - day))
    expect(new Date((await rowOf(session.rowId)).expiresAt).getTime()).toBe(end)

    // In its last days, when every request would renew it.
    const began = new Date(Date.now() - 89 * day)
    const last = new Date(began.getTime() + 90 * day)
    await knex('sessions').where({ id: session.rowId }).update({ createdAt: began, expiresAt: last })
    expect((await sessionOf(token)).session).not.toBeNull()
    expect(new Date((await rowOf(session.rowId)).expiresAt)).toEqual(last)
    await knex('sessions')
      .where({ id: session.rowId })
      .update({ createdAt: new Date(Date.now() - 90 * day) })
    expect((await sessionOf(token)).session).toBeNull()
  })

  it('know when they were last used, written at most once a minute', async () => {
    const { account } = await somebody()
    const { knex } = world().database
    const opened = await openSession(ctxOf(world()), account.id)
    const at = (seconds: number) => new Date(opened.createdAt.getTime() + seconds * 1_000)
    let writes = 0
    const count = ({ sql }: { sql: string }) => {
      if (sql.startsWith('update')) writes += 1
    }
    knex.on('query', count)
    for (const seconds of [1, 20, 59]) await noteSeen(knex, opened, at(seconds))
    expect(writes).toBe(0)
    // As many requests that all read the session before one of them wrote.
    await Promise.all(Array.from({ length: 20 }, () => noteSeen(knex, opened, at(60))))
    knex.removeListener('query', count)
    const row = await rowOf(opened.rowId)
    expect(new Date(row.lastSeenAt)).toEqual(at(60))
    await noteSeen(knex, { ...opened, lastSeenAt: at(60) }, at(100))
    expect(new Date((await rowOf(opened.rowId)).lastSeenAt)).toEqual(at(60))
    // One that was slow does not turn it back.
    await noteSeen(knex, { ...opened, lastSeenAt: at(60) }, at(300))
    await noteSeen(knex, opened, at(70))
    expect(new Date((await rowOf(opened.rowId)).lastSeenAt)).toEqual(at(300))
  })
})
