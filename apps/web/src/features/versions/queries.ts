import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { paged } from '../../paged.ts'

export const versionKeys = {
  all: (templateId: string) => ['versions', templateId] as const,
  list: (templateId: string) => ['versions', templateId, 'list'] as const,
  tree: (templateId: string) => ['versions', templateId, 'tree'] as const,
  text: (templateId: string, number: number | null) => ['version', templateId, number] as const,
}

/** The versions of a template without their texts, the newest first. */
export function createVersionList(templateId: () => string) {
  return useInfiniteQuery(() => {
    const id = templateId()
    return {
      queryKey: versionKeys.list(id),
      ...paged((from) => api.templates.versions.query({ templateId: id, ...from })),
      // Rows stay what they are when they are read again: what has the focus keeps it.
      reconcile: 'id',
    }
  })
}

/** A whole version; none for null. It never changes. */
export function createVersionText(templateId: () => string, number: () => number | null) {
  return useQuery(() => {
    const id = templateId()
    const asked = number()
    return {
      queryKey: versionKeys.text(id, asked),
      queryFn: asked === null ? skipToken : () => api.templates.version.query({ templateId: id, number: asked }),
      staleTime: Infinity,
    }
  })
}

export type VersionText = Awaited<ReturnType<typeof api.templates.version.query>>
