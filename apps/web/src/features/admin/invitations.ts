import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'

const invitationsKey = ['admin', 'invitations'] as const

export function createInvitationList() {
  return useQuery(() => ({
    queryKey: invitationsKey,
    queryFn: () => api.accountInvitations.list.query(),
    // Rows stay what they are when they are read again: what has the focus keeps it.
    reconcile: 'id',
  }))
}

/** Each ends once the list is read again. */
export function createInvitationCalls() {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const refresh = () => queryClient.invalidateQueries({ queryKey: invitationsKey })
  return {
    invite: async (email: string) => {
      await confirmed(() => api.accountInvitations.create.mutate({ email }))
      await refresh()
    },
    revoke: async (id: string) => {
      await api.accountInvitations.revoke.mutate({ id })
      await refresh()
    },
  }
}
