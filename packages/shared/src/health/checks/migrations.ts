import { listMigrations, missingGuards } from '../../database/index.ts'
import type { Check } from '../check.ts'

/** Whether the schema is this program's, with every trigger and view. */
export const checkMigrations: Check = async ({ database }) => {
  const missing = await missingGuards(database)
  const all = await listMigrations(database)
  const odd = all.filter(({ state }) => state !== 'applied' && !(state === 'changed' && missing.length > 0))
  const found = []
  if (odd.length > 0) {
    found.push({
      check: 'migrations',
      severity: 'fault' as const,
      says: 'The schema is not the one this version of Prologue makes.',
      remedy: 'See `prologue db status`. What waits or was interrupted `prologue db migrate` applies, else restore a backup.',
      about: odd.map(({ name, state }) => `${name}: ${state}`),
    })
  }
  if (missing.length > 0) {
    found.push({
      check: 'triggers',
      severity: 'fault' as const,
      says: 'Triggers or views are gone, so sums may drift and the audit may be changed.',
      remedy: 'Put them back with `prologue db repair`, then see `prologue doctor --deep`.',
      about: missing,
    })
  }
  return found
}
