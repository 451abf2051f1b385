import type { ShareRole } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const shareKeys = {
  list: (conversationId: string) => ['shares', conversationId] as const,
}

/** Links that still let people in, and invitations by mail that wait. */
export function createShareList(conversationId: () => string, wanted: () => boolean) {
  return useQuery(() => ({
    queryKey: shareKeys.list(conversationId()),
    queryFn: () => api.shares.list.query({ conversationId: conversationId() }),
    enabled: wanted(),
    // One may have been used up since.
    staleTime: 0,
  }))
}

export type ShareList = ReturnType<typeof createShareList>
export type ShareActions = ReturnType<typeof createShareActions>

export function createShareActions(conversationId: () => string) {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: shareKeys.list(conversationId()) })
  return {
    refresh,
    create: async (input: { role: ShareRole; expiresInDays: number | null; maxUses?: number }) => {
      const made = await api.shares.create.mutate({ conversationId: conversationId(), ...input })
      await refresh()
      return made
    },
    revoke: async (id: string) => {
      await api.shares.revoke.mutate({ id })
      await refresh()
    },
  }
}
