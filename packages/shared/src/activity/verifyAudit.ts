import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { getLastSequence, makeAuditReader, type AuditReader } from './auditRows.ts'
import { makeFaults, type Fault } from './faults.ts'
import type { ProcessCtx } from './ProcessCtx.ts'
import { covers, getRetention, type DoneRetention } from './retention.ts'
import { digestOf, getLatestSeal, headOf, listSeals, type Head, type Seal } from './seals.ts'

/**
 * `rows` are those the seals speak of that are there, `unsealed` those after them, which nothing can be told of. `retention`
 * is what rows that are gone were excused by: whether somebody meant it, people know.
 */
export type AuditReport = {
  seals: number
  rows: number
  unsealed: number
  head: Head | null
  retention: DoneRetention | null
  faults: Fault[]
}

/** A fault with the seal of the rows that are gone, if such it is. */
type Doubt = { fault: Fault; gone: Seal | null }

/**
 * Compares the audit with its seals, all of it, while it is written to. With a `head` from an earlier time it is also found
 * when the end was cut off together with its seals, or when all seals were made anew. Months that went by a retention that
 * is written down as done, and can be true, are no fault.
 */
export async function verifyAudit(
  ctx: Pick<ProcessCtx, 'database' | 'now'>,
  options: { head?: Head } = {},
): Promise<AuditReport> {
  const { knex } = ctx.database
  const latest = await getLatestSeal(knex)
  const doubts: Doubt[] = []
  const known = await getRetention(knex, ctx.now())
  // The newest row there is: what is gone after it was cut off.
  const tail = await getLastSequence(knex)
  const reader = makeAuditReader(knex, 0, latest?.lastSequence ?? 0)
  let rows = 0
  let previous: Pick<Seal, 'number' | 'lastSequence' | 'digest'> = { number: 0, lastSequence: 0, digest: '' }

  for await (const seal of listSeals(knex, latest?.number ?? 0)) {
    const seals = { first: seal.number, last: seal.number }
    const sequences = { first: seal.firstSequence, last: seal.lastSequence }
    const follows = seal.number === previous.number + 1
    if (!follows) {
      const between = { first: previous.lastSequence + 1, last: seal.firstSequence - 1 }
      const lost = { first: previous.number + 1, last: seal.number - 1 }
      doubts.push({ fault: { kind: 'seal', seals: lost, sequences: between }, gone: null })
      await readRows(reader, between.last)
    }
    const forged = follows && digestOf(seal, previous.digest) !== seal.digest
    const expected = options.head?.number === seal.number ? options.head.digest : seal.digest
    if (forged || seal.digest !== expected) doubts.push({ fault: { kind: 'seal', seals, sequences }, gone: null })

    const found = await readRows(reader, seal.lastSequence)
    rows += found.count
    const kind = found.count === seal.rowCount && found.digest === seal.rowsDigest ? null : compare(found.count, seal, tail)
    if (kind && !(found.count === 0 && covers(known, seal))) {
      doubts.push({ fault: { kind, seals, sequences }, gone: found.count < seal.rowCount ? seal : null })
    }
    previous = seal
  }

  // Asked again: months may have gone while the rest was verified.
  const retention = await getRetention(knex, ctx.now())
  const { faults, add } = makeFaults()
  for (const { fault, gone } of doubts) {
    if (!(gone && covers(retention, gone) && (await hasNoRow(knex, gone)))) add(fault)
  }
  const { head } = options
  if (head && head.number > previous.number) {
    add({ kind: 'cut-off', seals: { first: previous.number + 1, last: head.number }, sequences: null })
  }
  return {
    seals: latest?.number ?? 0,
    rows,
    unsealed: await countAfter(knex, latest?.lastSequence ?? 0),
    head: headOf(latest),
    retention,
    faults,
  }
}

function compare(count: number, seal: Seal, tail: number): Fault['kind'] {
  if (count === seal.rowCount) return 'changed'
  if (count > seal.rowCount) return 'added'
  return tail < seal.lastSequence ? 'cut-off' : 'missing'
}

/** Of the rows up to a number, from where the reader is. */
async function readRows(reader: AuditReader, end: number): Promise<{ count: number; digest: string }> {
  const hash = createHash('sha256')
  let count = 0
  for (let row = await reader.peek(); row && row.sequence <= end; row = await reader.peek()) {
    hash.update(`${row.canonical}\n`)
    count += 1
    reader.skip()
  }
  return { count, digest: hash.digest('hex') }
}

async function hasNoRow(knex: Knex, { firstSequence, lastSequence }: Seal): Promise<boolean> {
  const rows = knex('audit_logs').whereBetween('sequence', [firstSequence, lastSequence])
  return (await rows.first<{ id: string } | undefined>('id')) === undefined
}

async function countAfter(knex: Knex, sequence: number): Promise<number> {
  const [row] = await knex('audit_logs').where('sequence', '>', sequence).count<{ count: number | string }[]>({ count: '*' })
  return Number(row?.count ?? 0)
}
