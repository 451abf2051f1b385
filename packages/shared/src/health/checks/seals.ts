import { readInstant } from '../../database/index.ts'
import type { Check } from '../check.ts'

/** What was not sealed by then should have been: it is done every ten minutes. */
const latestMs = 2 * 3_600_000

/** Whether the audit is sealed as it goes on. */
export const checkSeals: Check = async ({ db, now }) => {
  const [sealed] = await db('audit_seals').max<{ last: number | string | null }[]>('lastSequence as last')
  const oldest = await db('audit_logs')
    .where('sequence', '>', Number(sealed?.last ?? 0))
    .orderBy('sequence')
    .first<{ createdAt: Date | number } | undefined>('createdAt')
  if (!oldest || now().getTime() - readInstant(oldest.createdAt).getTime() < latestMs) return []
  return [
    {
      check: 'seals',
      severity: 'fault',
      says: `The audit has not been sealed since ${readInstant(oldest.createdAt).toISOString()}: what came later can be changed unnoticed.`,
      remedy: 'Seal it with `prologue audit seal`, and see under Jobs why the server does not.',
      about: [],
    },
  ]
}
