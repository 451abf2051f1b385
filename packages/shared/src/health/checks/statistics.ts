import type { Check } from '../check.ts'

const remedies = {
  off: 'Start MySQL with performance_schema=ON, as it does unless told otherwise.',
  denied:
    "Let its account read them: GRANT SELECT ON performance_schema.* TO 'prologue'@'%'; with the name and the host of that account.",
}

/** Without these, that nothing is said of slow queries and unused indexes means nothing. */
export const checkStatistics: Check = async ({ database: { knex, dialect } }) => {
  const statistics = await dialect.health.statistics(knex)
  if (statistics === 'kept' || statistics === 'never') return []
  const why =
    statistics === 'off' ? 'The database server keeps no statistics' : 'The statistics of the database server may not be read'
  return [
    {
      check: 'statistics',
      severity: 'advice',
      says: `${why}, so slow queries and indexes that nobody reads are not found.`,
      remedy: remedies[statistics],
      about: [],
    },
  ]
}
