import { useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'

export const modelsKey = ['models'] as const

/** The models that can be asked, for all who show or choose them. */
export function createModelList(enabled: () => boolean) {
  return useQuery(() => ({
    queryKey: modelsKey,
    queryFn: () => api.models.list.query(),
    enabled: enabled(),
    staleTime: 60_000,
  }))
}
