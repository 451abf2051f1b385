import type { Filter } from './filterTerms.ts'

type Values = {
  category?: string | undefined
  family?: string | null | undefined
  authorId?: string | null | undefined
  tags: readonly string[]
}

/** By what a template is found beside its words; what is null it has not. */
export function templateFilters({ category, family, authorId, tags }: Values): Filter[] {
  const filters: Filter[] = tags.map((value) => ({ kind: 'tag', value }))
  if (category !== undefined) filters.push({ kind: 'category', value: category })
  if (family) filters.push({ kind: 'family', value: family })
  if (authorId) filters.push({ kind: 'author', value: authorId })
  return filters
}
