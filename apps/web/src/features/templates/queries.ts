import { skipToken, useQuery } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { templateKeys } from '../../templateKeys.ts'

export type VersionView = Awaited<ReturnType<typeof api.templates.version.query>>

/** A template as its page shows it, with its newest version. */
export function createTemplate(slug: () => string) {
  return useQuery(() => {
    const asked = slug()
    return { queryKey: templateKeys.bySlug(asked), queryFn: () => api.templates.get.query({ slug: asked }) }
  })
}

/** A version that is not the newest; none for null. It never changes. */
export function createOlderVersion(asked: () => { templateId: string; number: number } | null) {
  return useQuery(() => {
    const version = asked()
    return {
      queryKey: ['template-version', version?.templateId, version?.number] as const,
      queryFn: version === null ? skipToken : () => api.templates.version.query(version),
      staleTime: Infinity,
    }
  })
}
