import type { DatabaseFinding } from '@prologue/contracts'
import type { Check, HealthCtx } from './check.ts'
import { checkBackups } from './checks/backups.ts'
import { checkAudit, checkSums } from './checks/deep.ts'
import { checkIndexes } from './checks/indexes.ts'
import { checkMigrations } from './checks/migrations.ts'
import { checkSeals } from './checks/seals.ts'
import { checkStatistics } from './checks/statistics.ts'
import { checkStatements } from './checks/statements.ts'
import { checkVerified } from './checks/verified.ts'
import { checkWork } from './checks/work.ts'

/** In the order they are told. */
const quick: readonly Check[] = [
  checkMigrations,
  checkSeals,
  checkWork,
  checkBackups,
  checkIndexes,
  checkStatements,
  checkStatistics,
]

/** These read everything; by itself, what the server found at night is told. */
const deep: readonly Check[] = [checkSums, checkAudit]

/** What is the matter with the database and what to do about it, faults first. What is `deep` is for a quiet hour. */
export async function findProblems(ctx: HealthCtx, options: { deep?: boolean } = {}): Promise<DatabaseFinding[]> {
  const found: DatabaseFinding[] = []
  for (const check of [...quick, ...(options.deep ? deep : [checkVerified])]) found.push(...(await check(ctx)))
  return found.toSorted((one, other) => Number(one.severity === 'advice') - Number(other.severity === 'advice'))
}
