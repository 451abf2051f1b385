import type { AlertKind, AuditAction } from '@prologue/contracts'
import { z } from 'zod'

/** A row of the audit, as far as it takes to judge it. */
export type WatchedRow = {
  actorId: string | null
  entityType: string
  createdAt: Date | number
  changes: unknown
  metadata: unknown
}

type Watched = {
  /** Which rows of the audit may be of the kind; each is the beginning of an index that goes on with time. */
  of: readonly { action: AuditAction; entityType?: string }[]
  /** How much of it a row is; 0: nothing. */
  weigh: (row: WatchedRow) => number
  /** What each person does counts by itself, and what the program does by itself not at all. */
  byPerson: boolean
}

/** Things of which many go at once only by mistake or by malice. */
const lasting: readonly string[] = ['conversations', 'templates', 'template_versions', 'comments', 'users', 'providers']

const newRole = z.object({ role: z.object({}) })
const exported = z.object({ rows: z.int() })

const one = () => 1

export const watched: Record<AlertKind, Watched> = {
  'failed-sign-ins': { of: [{ action: 'sign-in-refused' }], weigh: one, byPerson: false },
  'privilege-change': {
    of: [{ action: 'update', entityType: 'users' }],
    weigh: ({ changes }) => (newRole.safeParse(read(changes)).success ? 1 : 0),
    byPerson: true,
  },
  'mass-delete': {
    of: [{ action: 'delete' }, { action: 'purge' }, { action: 'erase' }],
    weigh: ({ entityType }) => (lasting.includes(entityType) ? 1 : 0),
    byPerson: true,
  },
  'mass-export': {
    of: [{ action: 'export' }],
    weigh: ({ metadata }) => exported.safeParse(read(metadata)).data?.rows ?? 1,
    byPerson: true,
  },
  'provider-failures': { of: [{ action: 'fail' }], weigh: one, byPerson: false },
}

/** SQLite hands out JSON as text. */
const read = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : json)
