import { setImmediate } from 'node:timers/promises'
import type { Knex } from 'knex'
import { readInstant } from '../database/index.ts'
import { sortKeys } from '../sortKeys.ts'

/** A row of the audit as it is read, in the form a seal is made over. */
export type AuditRow = { sequence: number; month: string; canonical: string }

type Stored = Record<string, unknown> & { sequence: number | string; createdAt: Date | number }

/** What a seal holds fast of a row; a column that is added later is not part of older seals. */
const columns = [
  'sequence',
  'id',
  'actorId',
  'action',
  'entityType',
  'entityId',
  'wholeId',
  'oldValues',
  'newValues',
  'changes',
  'metadata',
  'ip',
  'userAgent',
  'sessionId',
  'requestId',
  'createdAt',
]
const json: readonly string[] = ['oldValues', 'newValues', 'changes', 'metadata']

const pageSize = 500

export type AuditReader = ReturnType<typeof makeAuditReader>

/** Reads the rows after one number up to another in their order, holding some at a time. */
export function makeAuditReader(knex: Knex, after: number, end: number) {
  let page: Stored[] = []
  let next = 0
  let ended = false

  async function turn(): Promise<void> {
    // A page keeps the process busy: whoever waits comes first.
    await setImmediate()
    const query = knex('audit_logs').where('sequence', '>', after).where('sequence', '<=', end)
    const last = page.at(-1)
    // On MySQL a number that was forged may be there twice, at two instants.
    if (last) {
      void query
        .where('sequence', '>=', last.sequence)
        .where((rest) =>
          rest
            .where('sequence', '>', last.sequence)
            .orWhere((same) => same.where('sequence', last.sequence).where('createdAt', '>', last.createdAt)),
        )
    }
    page = await query.orderBy(['sequence', 'createdAt']).limit(pageSize).select<Stored[]>(columns)
    ended = page.length < pageSize
    next = 0
  }

  return {
    /** The row that is next, or null after the last one. */
    async peek(): Promise<AuditRow | null> {
      if (next === page.length && !ended) await turn()
      const stored = page[next]
      return stored ? asRow(stored) : null
    },
    skip() {
      next += 1
    },
  }
}

/** The highest number of a row that is there, 0 where there is none. */
export async function getLastSequence(knex: Knex): Promise<number> {
  const [row] = await knex('audit_logs').max<{ last: number | string | null }[]>('sequence as last')
  return Number(row?.last ?? 0)
}

function asRow(stored: Stored): AuditRow {
  const createdAt = readInstant(stored.createdAt).toISOString()
  const values = Object.fromEntries(json.map((name) => [name, parsed(stored[name])]))
  const canonical = JSON.stringify(sortKeys({ ...stored, ...values, sequence: Number(stored.sequence), createdAt }))
  return { sequence: Number(stored.sequence), month: createdAt.slice(0, 7), canonical }
}

/** MySQL hands out JSON as values, SQLite as text. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value
}
