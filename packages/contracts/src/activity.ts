import { z } from 'zod'
import { idSchema } from './ids.ts'

/** What the audit tells of: changes of rows, and what happened to no row of its own. */
export const auditActions = [
  'create',
  'update',
  'delete',
  'restore',
  'purge',
  'erase',
  'export',
  'sign-in',
  'sign-in-refused',
  'sign-up-refused',
  'sign-out',
  'confirm-identity',
  'revoke',
  'retain',
  'start',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What happened, as people see it in the feed. */
export const activitySchema = z.object({
  id: idSchema,
  at: z.date(),
  /** Null: nobody who is signed in, or the program itself. */
  actor: z.object({ id: idSchema, name: z.string() }).nullable(),
  action: z.string(),
  entity: z.object({ type: z.string(), id: idSchema.nullable() }),
  /** Of each field that changed what it was and what it is; of long text only length and digest. */
  changes: z.record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown().optional() })).nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  sessionId: idSchema.nullable(),
  requestId: z.string(),
})
export type Activity = z.infer<typeof activitySchema>

export const listActivitySchema = z
  .object({
    actorId: idSchema.optional(),
    entityType: z.string().min(1).max(100).optional(),
    entityId: idSchema.optional(),
    action: z.enum(auditActions).optional(),
    /** From this instant on. */
    from: z.date().optional(),
    /** Before this instant. */
    to: z.date().optional(),
    cursor: z.string().max(200).optional(),
  })
  .refine(({ entityType, entityId }) => entityId === undefined || entityType !== undefined, 'Say what kind of thing it is, too.')
  // No index has all of one kind in their order.
  .refine(({ entityType, entityId }) => entityType === undefined || entityId !== undefined, 'Say which thing it is, too.')
