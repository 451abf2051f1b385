/** Where lists of templates stand in the query cache, also for those who change what is in them. */
export const libraryKeys = {
  all: ['library'] as const,
  hits: ['library', 'hits'] as const,
  facets: ['library', 'facets'] as const,
}
