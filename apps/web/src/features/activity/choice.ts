import { auditActions, idSchema, limits, type AuditAction } from '@prologue/contracts'

/** What somebody wants to see of the activity: all of it stands in the address. */
export type ActivityChoice = {
  actorId?: string
  action?: AuditAction
  entityType?: string
  entityId?: string
  from?: Date
  to?: Date
  text?: string
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** What an address chooses; what it says that nobody could choose is left out. */
export function readChoice(query: Query): ActivityChoice {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined)
  const id = (name: string) => idSchema.safeParse(text(name)).data
  const time = (name: string) => {
    const at = new Date(text(name) ?? Number.NaN)
    return Number.isNaN(at.getTime()) ? undefined : at
  }
  const entityType = text('kind')?.slice(0, 100)
  const [actorId, entityId, from, to] = [id('who'), id('thing'), time('from'), time('to')]
  const words = text('q')?.trim().slice(0, limits.activityText)
  const action = auditActions.find((one) => one === text('what'))
  return {
    ...(actorId && { actorId }),
    ...(action && { action }),
    ...(entityType && { entityType }),
    ...(entityType && entityId && { entityId }),
    ...(from && { from }),
    ...(to && { to }),
    ...(words && { text: words }),
  }
}

/** What the address says of a choice; null takes a word out of it. */
export function writeChoice(choice: ActivityChoice): Record<string, string | null> {
  return {
    who: choice.actorId ?? null,
    what: choice.action ?? null,
    kind: choice.entityType ?? null,
    thing: choice.entityType === undefined ? null : (choice.entityId ?? null),
    from: choice.from?.toISOString() ?? null,
    to: choice.to?.toISOString() ?? null,
    q: choice.text ?? null,
  }
}
