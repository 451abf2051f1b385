import { verifyAudit } from '../../activity/index.ts'
import { checkDrift } from '../../admin/index.ts'
import { counted, type Check } from '../check.ts'

/** Whether the sums are what their rows say. Reads everything. */
export const checkSums: Check = async (ctx) => {
  const drifts = await checkDrift(ctx)
  if (drifts.length === 0) return []
  return [
    {
      check: 'sums',
      severity: 'fault',
      says: `${counted(drifts.length, 'sum')} of those the database keeps differ from their rows.`,
      remedy: 'See `prologue db check`. Whether triggers were away, `prologue db status` tells.',
      about: [...new Set(drifts.map(({ table, column }) => `${table}.${column}`))],
    },
  ]
}

/** Whether the audit is as it was sealed. Reads all of it. */
export const checkAudit: Check = async (ctx) => {
  const { faults } = await verifyAudit(ctx)
  if (faults.length === 0) return []
  return [
    {
      check: 'audit',
      severity: 'fault',
      says: 'The audit is not as it was sealed: rows were changed, added or are gone.',
      remedy: 'See `prologue audit verify`, keep a copy of the database as it is, and find out who could write to it.',
      about: faults.map(({ kind, seals }) => `${kind}: seals ${seals.first} to ${seals.last}`),
    },
  ]
}
