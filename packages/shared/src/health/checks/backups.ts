import { getLastBackup } from '../../backups/index.ts'
import type { Check } from '../check.ts'

const mostDays = 7

/** Whether a backup was taken lately, as far as the audit knows: those by other tools it does not. */
export const checkBackups: Check = async ({ db, now }) => {
  const last = await getLastBackup(db)
  const days = last && Math.floor((now().getTime() - last.getTime()) / 86_400_000)
  if (days !== null && days <= mostDays) return []
  return [
    {
      check: 'backups',
      severity: 'advice',
      says: days === null ? 'No backup was taken with `prologue backup`.' : `The last backup was taken ${days} days ago.`,
      remedy: 'Take one each night with `prologue backup FILE`, and try now and then to restore one.',
      about: [],
    },
  ]
}
