import type { Knex } from 'knex'
import { z } from 'zod'
import { readInstant } from '../database/index.ts'
import { recordEvent } from '../models/index.ts'
import type { ProcessCtx } from './ProcessCtx.ts'
import type { Seal } from './seals.ts'

/** That the rows from before a month, YYYY-MM, go: none with a number above `lastSequence`. */
export type Retention = { before: string; lastSequence: number }

/** One that was written down as done at an instant. */
export type DoneRetention = Retention & { at: Date }

type Stage = 'begun' | 'done'

const recordSchema = z.object({
  before: z.string().regex(/^\d{4}-\d{2}$/),
  lastSequence: z.number(),
  stage: z.enum(['begun', 'done']),
})

/** Only what is done excuses rows that are gone: what is begun may fail. */
export async function recordRetention(ctx: ProcessCtx, retention: Retention, stage: Stage): Promise<void> {
  const writer = { ...ctx, db: ctx.database.knex }
  const metadata = { ...retention, stage }
  await recordEvent(writer, { action: 'retain', entityType: 'audit_logs', entityId: null, metadata })
}

/** The latest retention where it was begun and not written down as done. */
export async function getBegun(knex: Knex): Promise<Retention | null> {
  const [latest] = await listRecords(knex)
  return latest?.stage === 'begun' ? { before: latest.before, lastSequence: latest.lastSequence } : null
}

/** The latest that is done, of those that can have happened: it speaks for all before it. */
export async function getRetention(knex: Knex, now: Date): Promise<DoneRetention | null> {
  for (const { stage, before, lastSequence, at } of await listRecords(knex)) {
    if (stage !== 'done') continue
    const retention = { before, lastSequence, at }
    if (await isPossible(knex, retention, now)) return retention
  }
  return null
}

export function covers(retention: Retention | null, seal: Seal): boolean {
  return retention !== null && seal.month < retention.before && seal.lastSequence <= retention.lastSequence
}

/** One whole month stays at least, nothing is done in a month to come, and what was not sealed by then did not go. */
async function isPossible(knex: Knex, { before, lastSequence, at }: DoneRetention, now: Date): Promise<boolean> {
  if (before >= monthOf(at) || monthOf(at) > monthOf(now)) return false
  const [sealed] = await knex('audit_seals')
    .where('month', '<', before)
    .where('createdAt', '<=', at)
    .max<{ sequence: number | string | null }[]>('lastSequence as sequence')
  return lastSequence <= Number(sealed?.sequence ?? 0)
}

/** All that was written down, the latest first; without what retention does not write so. */
async function listRecords(knex: Knex) {
  const rows = await knex('audit_logs')
    .where({ action: 'retain', entityType: 'audit_logs' })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'sequence', order: 'desc' },
    ])
    .select<{ metadata: unknown; createdAt: Date | number }[]>('metadata', 'createdAt')
  return rows.flatMap(({ metadata, createdAt }) => {
    const { data } = recordSchema.safeParse(typeof metadata === 'string' ? JSON.parse(metadata) : metadata)
    return data ? Object.assign(data, { at: readInstant(createdAt) }) : []
  })
}

function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7)
}
