import type { Session } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const sessionsKey = ['account', 'sessions'] as const

export function createSessionList() {
  // Rows stay what they are when they are read again: what has the focus keeps it.
  return useQuery(() => ({ queryKey: sessionsKey, queryFn: () => api.sessions.list.query(), reconcile: 'id' }))
}

export function createSessionActs() {
  const queryClient = useQueryClient()
  const keep = (stays: (session: Session) => boolean) =>
    queryClient.setQueryData<Session[]>(sessionsKey, (sessions) => sessions?.filter(stays))
  return {
    revoke: async (id: string) => {
      await api.sessions.revoke.mutate({ id })
      keep((session) => session.id !== id)
    },
    revokeOthers: async () => {
      await api.sessions.revokeOthers.mutate()
      keep((session) => session.current)
    },
  }
}
