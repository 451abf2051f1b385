import type { Check } from '../check.ts'
import { lastVerification } from '../lastVerification.ts'

/** Whether the audit was as it was sealed when the server last read all of it. */
export const checkVerified: Check = async (ctx) => {
  const last = await lastVerification(ctx)
  if (!last || last.faults === 0) return []
  return [
    {
      check: 'audit',
      severity: 'fault',
      says: `The audit was not as it was sealed at ${last.at.toISOString()}: rows were changed, added or are gone.`,
      remedy: 'See `prologue audit verify`, keep a copy of the database as it is, and find out who could write to it.',
      about: [],
    },
  ]
}
