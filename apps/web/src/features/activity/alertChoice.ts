import type { Alert, AlertKind } from '@prologue/contracts'
import type { ActivityChoice } from './choice.ts'

const chosen: Record<AlertKind, ActivityChoice> = {
  'failed-sign-ins': { action: 'sign-in-refused' },
  'privilege-change': { entityType: 'users' },
  'mass-delete': { action: 'delete' },
  'mass-export': { action: 'export' },
  'provider-failures': { action: 'fail' },
}

/** The activity that an alert is of. */
export function alertChoice({
  kind,
  actor,
  firstAt,
  lastAt,
}: Pick<Alert, 'kind' | 'actor' | 'firstAt' | 'lastAt'>): ActivityChoice {
  // What is chosen ends before an instant.
  return { ...chosen[kind], ...(actor && { actorId: actor.id }), from: firstAt, to: new Date(lastAt.getTime() + 1) }
}
