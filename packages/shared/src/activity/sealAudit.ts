import { createHash } from 'node:crypto'
import { AppError } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import { translateError } from '../database/index.ts'
import { getLastSequence, makeAuditReader, type AuditReader, type AuditRow } from './auditRows.ts'
import type { ProcessCtx } from './ProcessCtx.ts'
import { digestOf, getLatestSeal, headOf, type Head, type Seal } from './seals.ts'

/** Rows in one seal. */
const batchSize = 10_000

/** How many seals were made over how many rows; `head` is null before the first seal there ever was. */
export type Sealed = { seals: number; rows: number; head: Head | null }

/**
 * Seals all rows of the audit that are certain: a row whose transaction goes on is for the next time. Counts them by day
 * too. Where two processes do it at once, each seal is made once.
 */
export async function sealAudit(ctx: ProcessCtx): Promise<Sealed> {
  const { knex, dialect } = ctx.database
  let latest = await getLatestSeal(knex)
  const made: Sealed = { seals: 0, rows: 0, head: headOf(latest) }
  const after = latest?.lastSequence ?? 0
  // What has a number up to this one now is there once everybody has come out of the gates.
  const end = await getLastSequence(knex)
  if (end <= after) return made
  if (!(await dialect.gates.settle(knex, 'audit_gates'))) {
    ctx.logger.warn({}, 'The audit was not sealed: a transaction goes on for too long')
    return made
  }

  const reader = makeAuditReader(knex, after, end)
  try {
    for (let batch = await gather(reader); batch; batch = await gather(reader)) {
      const seal = batch.close(latest, ctx.now())
      await writeSeal(ctx, seal)
      latest = seal
      made.seals += 1
      made.rows += seal.rowCount
      made.head = headOf(seal)
    }
  } catch (error) {
    const known = translateError(dialect, error)
    // Another process has made the seal of this number.
    if (!(known instanceof AppError && known.code === 'CONFLICT')) throw known
  }
  if (made.seals > 0) ctx.logger.info({ ...made }, 'The audit was sealed')
  return made
}

type Batch = ReturnType<typeof makeBatch>

/** The next rows that make a seal. */
async function gather(reader: AuditReader): Promise<Batch | null> {
  const first = await reader.peek()
  if (!first) return null
  const batch = makeBatch(first)
  for (let row: AuditRow | null = first; row && batch.takes(row); row = await reader.peek()) {
    batch.add(row)
    reader.skip()
  }
  return batch
}

/** Gathers rows of one month without keeping them. */
function makeBatch(first: AuditRow) {
  const hash = createHash('sha256')
  let rowCount = 0
  let lastSequence = first.sequence
  return {
    takes: (row: AuditRow) => rowCount < batchSize && row.month === first.month,
    add(row: AuditRow) {
      hash.update(`${row.canonical}\n`)
      rowCount += 1
      lastSequence = row.sequence
    },
    close(previous: Seal | null, createdAt: Date): Seal {
      const seal = {
        number: (previous?.number ?? 0) + 1,
        month: first.month,
        firstSequence: first.sequence,
        lastSequence,
        rowCount,
        rowsDigest: hash.digest('hex'),
        createdAt,
      }
      return { ...seal, digest: digestOf(seal, previous?.digest ?? '') }
    },
  }
}

/** Each row is counted in the transaction that seals it. */
async function writeSeal({ database: { knex, dialect } }: ProcessCtx, seal: Seal): Promise<void> {
  const counts = dialect.sql.addCounts(
    'audit_daily',
    ['day', 'action', 'entity_type'],
    ['entries'],
    `select ${dialect.sql.dayOf('created_at')} as day, action, entity_type, count(*) as entries from audit_logs
      where sequence >= ? and sequence <= ? group by 1, 2, 3`,
  )
  await knex.transaction(async (trx) => {
    await trx('audit_seals').insert({ ...seal, id: uuidv7(), updatedAt: seal.createdAt })
    await trx.raw(counts, [seal.firstSequence, seal.lastSequence])
  })
}
