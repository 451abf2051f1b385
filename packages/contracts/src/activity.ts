import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'

/** What the audit tells of: changes of rows, and what happened to no row of its own. */
export const auditActions = [
  'create',
  'update',
  'delete',
  'restore',
  'purge',
  'erase',
  'export',
  'fail',
  'sign-in',
  'sign-in-refused',
  'sign-up-refused',
  'sign-out',
  'confirm-identity',
  'revoke',
  'end-sessions',
  'send-reset',
  'retain',
  'start',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What happened, as people see it in the feed. */
export const activitySchema = z.object({
  id: idSchema,
  /** Its number in the audit: what happened at the same instant is in this order. */
  sequence: z.int(),
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

/** Who did it, as the owner of a conversation or template is told: who moderates or administers is not named. */
export const doerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: idSchema, name: z.string() }),
  z.object({ kind: z.literal('staff') }),
  z.object({ kind: z.literal('server') }),
])

/** What happened to a conversation or template, as its owner reads it: nobody's address, browser or session. */
export const ownActivitySchema = activitySchema
  .pick({ id: true, sequence: true, at: true, action: true, entity: true, changes: true })
  .extend({ by: doerSchema })
export type OwnActivity = z.infer<typeof ownActivitySchema>

const filterFields = {
  actorId: idSchema.optional(),
  entityType: z.string().min(1).max(100).optional(),
  entityId: idSchema.optional(),
  action: z.enum(auditActions).optional(),
  /** From this instant on. */
  from: z.date().optional(),
  /** Before this instant. */
  to: z.date().optional(),
  /** Stands in what changed, in an address, a browser's name or an id, or begins the name of who did it; in capitals or not. */
  text: z.string().trim().min(1).max(limits.activityText).optional(),
}

const namesKind = [
  ({ entityType, entityId }: { entityType?: string | undefined; entityId?: string | undefined }) =>
    entityId === undefined || entityType !== undefined,
  'Say what kind of thing it is, too.',
] as const

const cursor = z.string().max(200).optional()

export const listActivitySchema = z.object({ ...filterFields, cursor }).refine(...namesKind)

export const conversationActivitySchema = z.object({ conversationId: idSchema, cursor })
export const templateActivitySchema = z.object({ templateId: idSchema, cursor })

export const activityOverTimeSchema = z.object(filterFields).refine(...namesKind)

/** How much happened when, and of what kind: counted of the newest that pass. */
export const activityCountsSchema = z.object({
  /** What the bars reach over. */
  from: z.date(),
  to: z.date(),
  /** Events in equal parts of that time, the oldest first. */
  bars: z.array(z.int()),
  total: z.int(),
  /** Whether there are earlier ones that were not counted. */
  more: z.boolean(),
  /** The most frequent first. */
  actions: z.array(z.object({ action: z.string(), count: z.int() })),
  /** How many people did something. */
  people: z.int(),
})
export type ActivityCounts = z.infer<typeof activityCountsSchema>

/** What has been written after a number of the audit, in the order of the numbers. */
export const activityNewsSchema = z.object({ ...filterFields, after: z.int().min(0) }).refine(...namesKind)

/** `next` is the number to go on after, null where that was all. */
export const activityNewsPageSchema = z.object({ items: z.array(activitySchema), next: z.int().nullable() })
