/** Where a template stands in the query cache, also for those who change something of it without showing it. */
export const templateKeys = {
  all: ['template'] as const,
  bySlug: (slug: string) => ['template', slug] as const,
}
