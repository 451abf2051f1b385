import type { UserRole } from '@prologue/contracts'
import type { Knex } from 'knex'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia'
import { readInstant } from '../database/index.ts'
import { hashToken } from '../tokens.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

type SessionAttributes = {
  rowId: string
  ip: string | null
  userAgent: string | null
  createdAt: Date
  lastSeenAt: Date
  /** When its person last proved who they are. */
  confirmedAt: Date
  /** When it ends however it is used, of a guest whose link ends; else null. */
  endsAt: Date | null
}
type UserAttributes = { name: string; email: string; role: UserRole }

type SessionRow = Omit<SessionAttributes, 'rowId'> & { id: string; userId: string; expiresAt: Date }

/** Without use a session ends after this time, */
const idleDays = 14
/** and after this one in any case. */
export const longestSessionDays = 90
const day = 86_400_000

const columns = [
  'sessions.id',
  'sessions.userId',
  'sessions.expiresAt',
  'sessions.createdAt',
  'sessions.confirmedAt',
  'sessions.endsAt',
  'sessions.lastSeenAt',
  'sessions.ip',
  'sessions.userAgent',
]

/** Lucia over a connection or transaction. It hands out the token once; the table knows only the token's hash. */
export function sessionsOn(db: Knex): Lucia<SessionAttributes, UserAttributes> {
  return new Lucia(adapter(db), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
    getSessionAttributes: (attributes) => attributes,
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
      const { rowId, ...values } = attributes
      await db('sessions').insert({
        ...values,
        id: rowId,
        userId,
        tokenHash: hashToken(id),
        expiresAt,
        updatedAt: values.createdAt,
      })
    },

    async updateSessionExpiration() {
      // `noteSeen` does it, and knows when the session ends in any case.
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

/** What a session ends by, however it is used. */
type Ending = { createdAt: Date; endsAt: Date | null }

/** When a session ends that is used now. */
export function endOf(session: Ending, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleDays * day, absoluteEndOf(session)))
}

function pastAbsoluteEnd({ createdAt, endsAt }: SessionRow): boolean {
  return absoluteEndOf({ createdAt: readInstant(createdAt), endsAt: endsAt && readInstant(endsAt) }) <= Date.now()
}

function absoluteEndOf({ createdAt, endsAt }: Ending): number {
  return Math.min(createdAt.getTime() + longestSessionDays * day, endsAt?.getTime() ?? Infinity)
}

function toSession(row: SessionRow, id: string): DatabaseSession {
  const { ip, userAgent } = row
  const attributes = {
    rowId: row.id,
    ip,
    userAgent,
    createdAt: readInstant(row.createdAt),
    lastSeenAt: readInstant(row.lastSeenAt),
    confirmedAt: readInstant(row.confirmedAt),
    endsAt: row.endsAt && readInstant(row.endsAt),
  }
  return { id, userId: row.userId, expiresAt: readInstant(row.expiresAt), attributes }
}
