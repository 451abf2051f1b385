import type { UserRole } from '@prologue/contracts'
import type { Knex } from 'knex'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import { v7 as uuidv7 } from 'uuid'
import { readInstant } from '../database/index.ts'
import { hashToken } from '../tokens.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

type SessionAttributes = { rowId: string; ip: string | null; userAgent: string | null }
type UserAttributes = { name: string; email: string; role: UserRole }

type SessionRow = {
  id: string
  userId: string
  expiresAt: Date
  createdAt: Date
  ip: string | null
  userAgent: string | null
}

/** Without use a session ends after this time, and after the longer one in any case. */
const idleDays = 14
const absoluteDays = 90

const columns = [
  'sessions.id',
  'sessions.userId',
  'sessions.expiresAt',
  'sessions.createdAt',
  'sessions.ip',
  'sessions.userAgent',
]

/** Lucia over a connection or transaction. It hands out the token once; the table knows only the token's hash. */
export function sessionsOn(db: Knex): Lucia<SessionAttributes, UserAttributes> {
  return new Lucia(adapter(db), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
    getSessionAttributes: ({ rowId, ip, userAgent }) => ({ rowId, ip, userAgent }),
    getUserAttributes: ({ name, email, role }) => ({ name, email, role }),
  })
}

function adapter(db: Knex): Adapter {
  return {
    async getSessionAndUser(token) {
      const row = await db('sessions')
        .join('users', 'users.id', 'sessions.userId')
        .where('sessions.tokenHash', hashToken(token))
        .whereNull('users.deletedAt')
        .first<(SessionRow & UserAttributes) | undefined>([...columns, 'users.name', 'users.email', 'users.role'])
      if (!row || pastAbsoluteEnd(row)) return [null, null]
      const { name, email, role } = row
      return [toSession(row, token), { id: row.userId, attributes: { name, email, role } }]
    },

    async getUserSessions(userId) {
      const rows = await db('sessions').where({ userId: userId }).select<SessionRow[]>(columns)
      return rows.filter((row) => !pastAbsoluteEnd(row)).map((row) => toSession(row, row.id))
    },

    async setSession({ id, userId, expiresAt, attributes }) {
      const now = new Date()
      await db('sessions').insert({
        id: attributes.rowId,
        userId: userId,
        tokenHash: hashToken(id),
        expiresAt: expiresAt,
        lastSeenAt: now,
        confirmedAt: now,
        createdAt: now,
        updatedAt: now,
        ip: attributes.ip,
        userAgent: attributes.userAgent,
      })
    },

    async updateSessionExpiration(token, expiresAt) {
      const now = new Date()
      await db('sessions')
        .where({ tokenHash: hashToken(token) })
        .update({ expiresAt: expiresAt, lastSeenAt: now, updatedAt: now })
    },

    async deleteSession(token) {
      await db('sessions')
        .where({ tokenHash: hashToken(token) })
        .delete()
    },

    async deleteUserSessions(userId) {
      await db('sessions').where({ userId: userId }).delete()
    },

    async deleteExpiredSessions() {
      await db('sessions').where('expiresAt', '<=', new Date()).delete()
    },
  }
}

/** Which of these sessions still let somebody in. */
export async function liveSessions(db: Knex, ids: string[]): Promise<Set<string>> {
  const rows = await db('sessions')
    .join('users', 'users.id', 'sessions.userId')
    .whereIn('sessions.id', ids)
    .where('sessions.expiresAt', '>', new Date())
    .whereNull('users.deletedAt')
    .select<SessionRow[]>(columns)
  return new Set(rows.filter((row) => !pastAbsoluteEnd(row)).map(({ id }) => id))
}

function pastAbsoluteEnd(row: SessionRow): boolean {
  return readInstant(row.createdAt).getTime() + absoluteDays * 86_400_000 < Date.now()
}

function toSession(row: SessionRow, id: string): DatabaseSession {
  return {
    id,
    userId: row.userId,
    expiresAt: readInstant(row.expiresAt),
    attributes: { rowId: row.id, ip: row.ip, userAgent: row.userAgent },
  }
}

/** A new session for somebody who has just proved who they are. Its id is the token for the cookie. */
export async function openSession(db: Knex, userId: string, from: { ip: string | null; userAgent: string | null }) {
  return sessionsOn(db).createSession(userId, { rowId: uuidv7(), ...from })
}
