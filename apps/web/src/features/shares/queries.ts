import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'

const shareKey = (conversationId: string) => ['shares', conversationId] as const

export function createShareList(conversationId: () => string, wanted: () => boolean) {
  return useQuery(() => ({
    queryKey: shareKey(conversationId()),
    queryFn: () => api.shares.list.query({ conversationId: conversationId() }),
    enabled: wanted(),
  }))
}

export function createShareActions(conversationId: () => string) {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: shareKey(conversationId()) })
  return {
    create: async (input: { role: 'viewer' | 'editor'; expiresInDays: number | null }) => {
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
