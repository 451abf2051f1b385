import { createHash } from 'node:crypto'
import type { AuditAction } from '@prologue/contracts'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import { insertRows } from '../database/index.ts'

/**
 * What the audit keeps of a field: its value, or for long text only its length and SHA-256, or nothing but that it was set
 * or changed.
 */
type Kept = 'value' | 'digest' | 'redacted'

/** Of each field what is kept, or how to tell it of a row. */
export type AuditedFields = Readonly<Record<string, Kept | ((row: Row) => Kept)>>

/**
 * How the conversation or template that a row is part of is told: by a field of its own, or by one of the row of another table
 * whose id that field holds.
 */
export type PartOf = { field: string; through?: { table: string; field: string } }

export type Row = Record<string, unknown>

type Entry = { before: Row | null; after: Row | null }
type AuditedModel = { tableName: string; audited: AuditedFields | null; partOf: PartOf | null }
/** Who does it, and where it is written. */
type Writer = Pick<Ctx, 'actor' | 'ip' | 'userAgent' | 'requestId' | 'now' | 'db' | 'database'>

/** Writes one audit row for each changed row, in the transaction of the change. */
export async function writeAudit(ctx: Writer, model: AuditedModel, action: AuditAction, entries: Entry[]): Promise<void> {
  const fields = model.audited
  if (!fields) return
  const wholes = await wholesOf(ctx, model.partOf, entries)
  const rows = entries.flatMap(({ before, after }) => {
    const changes = before && after && differences(before, after, fields)
    if (changes && Object.keys(changes).length === 0) return []
    const row = after ?? before
    const entityId = String(row?.['id'])
    const wholeId = wholes(row)
    const oldValues = before && keep(before, fields)
    const newValues = after && keep(after, fields)
    return [auditRow(ctx, { action, entityType: model.tableName, entityId, wholeId, oldValues, newValues, changes })]
  })
  await insertRows(ctx, 'audit_logs', rows)
}

/** Tells of a row the id of the conversation or template it is part of. */
async function wholesOf({ db }: Writer, partOf: PartOf | null, entries: Entry[]): Promise<(row: Row | null) => string | null> {
  if (!partOf) return () => null
  const { field, through } = partOf
  const idIn = (row: Row | null) => (typeof row?.[field] === 'string' ? row[field] : null)
  if (!through) return idIn
  const ids = new Set(entries.flatMap(({ before, after }) => idIn(after ?? before) ?? []))
  const found = await db(through.table)
    .whereIn('id', [...ids])
    .select<{ id: string; whole: string }[]>('id', { whole: through.field })
  const wholes = new Map(found.map(({ id, whole }) => [id, whole]))
  return (row) => wholes.get(idIn(row) ?? '') ?? null
}

type Event = {
  action: AuditAction
  entityType: string
  entityId: string | null
  /** The conversation or template it is part of: who owns that may read of it. */
  wholeId?: string | null
  actorId?: string
  oldValues?: Row | null
  newValues?: Row | null
  changes?: Row | null
  metadata?: Row
}

/** Writes what happened to no row of its own, such as a refused sign-in. */
export async function recordEvent(ctx: Writer, event: Event): Promise<void> {
  await insertRows(ctx, 'audit_logs', [auditRow(ctx, event)])
}

function auditRow(ctx: Writer, event: Event) {
  const actor = ctx.actor.kind === 'user' ? ctx.actor : null
  return {
    id: uuidv7(),
    actorId: event.actorId ?? actor?.userId ?? null,
    action: event.action,
    entityType: event.entityType,
    entityId: event.entityId,
    wholeId: event.wholeId ?? null,
    oldValues: json(event.oldValues),
    newValues: json(event.newValues),
    changes: json(event.changes),
    metadata: json(event.metadata),
    ip: ctx.ip,
    userAgent: ctx.userAgent,
    sessionId: actor?.sessionId ?? null,
    requestId: ctx.requestId,
    createdAt: ctx.now(),
  }
}

function json(value: Row | null | undefined): string | null {
  return value ? JSON.stringify(value) : null
}

function keep(row: Row, fields: AuditedFields): Row {
  const names = Object.keys(fields).filter((name) => row[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, kept(row, name, fields)]))
}

function differences(before: Row, after: Row, fields: AuditedFields): Row {
  const changed = Object.keys(fields).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map((name) => [name, { from: kept(before, name, fields), to: kept(after, name, fields) }]))
}

function kept(row: Row, name: string, fields: AuditedFields): unknown {
  const [value, told] = [row[name], fields[name]]
  const how = typeof told === 'function' ? told(row) : told
  if (how === 'value' || value === null || value === undefined) return value
  return how === 'digest' ? digest(typeof value === 'string' ? value : JSON.stringify(value)) : '[redacted]'
}

/** What the audit keeps of long or private text. */
export function digest(text: string) {
  return { length: text.length, sha256: createHash('sha256').update(text).digest('hex') }
}
