import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import { readInstant } from '../database/index.ts'

/** What a batch of sealed rows is known by. `month` is YYYY-MM, digests are SHA-256 in hex. */
export type Seal = {
  number: number
  month: string
  firstSequence: number
  lastSequence: number
  rowCount: number
  rowsDigest: string
  digest: string
  createdAt: Date
}

/** Where the chain of seals ends. Whoever keeps it elsewhere can tell later that nothing was cut off. */
export type Head = { number: number; digest: string }

type Stored = Omit<Seal, 'createdAt'> & { createdAt: Date | number }

const columns = ['number', 'month', 'firstSequence', 'lastSequence', 'rowCount', 'rowsDigest', 'digest', 'createdAt']

/** Holds fast all of a seal and the one before it. */
export function digestOf(seal: Omit<Seal, 'digest'>, previous: string): string {
  const { number, month, firstSequence, lastSequence, rowCount, rowsDigest, createdAt } = seal
  const parts = [previous, number, month, firstSequence, lastSequence, rowCount, rowsDigest, createdAt.toISOString()]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The newest seal, or null before the first. */
export async function getLatestSeal(knex: Knex): Promise<Seal | null> {
  const row = await knex('audit_seals').orderBy('number', 'desc').first<Stored | undefined>(columns)
  return row ? asSeal(row) : null
}

export function headOf(seal: Seal | null): Head | null {
  return seal && { number: seal.number, digest: seal.digest }
}

/** All seals up to a number in their order, some at a time. */
export async function* listSeals(knex: Knex, end: number): AsyncGenerator<Seal> {
  const pageSize = 1_000
  for (let after = -1; ;) {
    const rows = await knex('audit_seals')
      .where('number', '>', after)
      .where('number', '<=', end)
      .orderBy('number')
      .limit(pageSize)
      .select<Stored[]>(columns)
    for (const row of rows) yield asSeal(row)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.number
  }
}

function asSeal(row: Stored): Seal {
  return { ...row, createdAt: readInstant(row.createdAt) }
}
