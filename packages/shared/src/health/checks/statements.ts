import type { Check } from '../check.ts'

/** Statements that take long, where the database server keeps how long they take. */
export const checkStatements: Check = async ({ database: { knex, dialect } }) => {
  const slow = await dialect.health.slowStatements(knex)
  if (slow.length === 0) return []
  return [
    {
      check: 'statements',
      severity: 'advice',
      says: 'Some queries take long on average.',
      remedy: 'Run `ANALYZE TABLE` on their tables in a quiet hour, and see whether the buffer pool holds what is read often.',
      about: slow.map(
        ({ statement, times, ms }) => `${ms.toLocaleString('en')} ms, ${times.toLocaleString('en')} times: ${statement}`,
      ),
    },
  ]
}
