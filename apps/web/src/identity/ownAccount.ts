import { useQuery } from '@tanstack/solid-query'
import { api } from '../api.ts'

export const ownAccountKey = ['account', 'own'] as const

/** What the person signed in sees of their own account. */
export function createOwnAccount(wanted: () => boolean) {
  return useQuery(() => ({
    queryKey: ownAccountKey,
    queryFn: () => api.account.get.query(),
    enabled: wanted(),
    staleTime: 60_000,
  }))
}
