import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import { insertRows } from '../database/index.ts'

/** What the audit keeps of a field: its value, or for long text only its length and SHA-256. */
export type AuditedFields = Readonly<Record<string, 'value' | 'digest'>>

export type Row = Record<string, unknown>
export type AuditAction = 'create' | 'update' | 'delete' | 'restore' | 'sign-in' | 'sign-in-refused' | 'sign-out'

type Entry = { before: Row | null; after: Row | null }
type AuditedModel = { tableName: string; audited: AuditedFields | null }

/** Writes one audit row for each changed row, in the transaction of the change. */
export async function writeAudit(ctx: Ctx, model: AuditedModel, action: AuditAction, entries: Entry[]): Promise<void> {
  const fields = model.audited
  if (!fields) return
  const rows = entries.flatMap(({ before, after }) => {
    const oldValues = before && keep(before, fields)
    const newValues = after && keep(after, fields)
    const changes = oldValues && newValues && differences(oldValues, newValues)
    if (changes && Object.keys(changes).length === 0) return []
    const entityId = String((after ?? before)?.['id'])
    return [auditRow(ctx, { action, entityType: model.tableName, entityId, oldValues, newValues, changes })]
  })
  await insertRows(ctx.db, 'audit_logs', rows)
}

type Event = {
  action: AuditAction
  entityType: string
  entityId: string | null
  actorId?: string
  oldValues?: Row | null
  newValues?: Row | null
  changes?: Row | null
  metadata?: Row
}

/** Writes what happened to no row of its own, such as a refused sign-in. */
export async function recordEvent(ctx: Ctx, event: Event): Promise<void> {
  await ctx.db('audit_logs').insert(auditRow(ctx, event))
}

function auditRow(ctx: Ctx, event: Event) {
  const actor = ctx.actor.kind === 'user' ? ctx.actor : null
  return {
    id: uuidv7(),
    actorId: event.actorId ?? actor?.userId ?? null,
    action: event.action,
    entityType: event.entityType,
    entityId: event.entityId,
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
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => row[name] !== undefined)
      .map(([name, how]) => [name, how === 'digest' ? digest(row[name]) : row[name]]),
  )
}

function digest(value: unknown) {
  const text = String(value)
  return { length: text.length, sha256: createHash('sha256').update(text).digest('hex') }
}

function differences(before: Row, after: Row): Row {
  const changed = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map((name) => [name, { from: before[name], to: after[name] }]))
}
