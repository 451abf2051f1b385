import type { AccountRole } from '@prologue/contracts'
import { useInfiniteQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { paged } from '../../paged.ts'

const usersKey = ['admin', 'users'] as const

export function createUserList(search: () => string) {
  return useInfiniteQuery(() => {
    const wanted = search()
    return {
      queryKey: [...usersKey, wanted],
      ...paged((from) => api.users.list.query({ ...(wanted && { search: wanted }), ...from })),
      // Rows stay what they are when they are read again: what has the focus keeps it.
      reconcile: 'id',
    }
  })
}

export function createUserActs() {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const refresh = () => queryClient.invalidateQueries({ queryKey: usersKey })
  return {
    unlock: async (id: string) => {
      await confirmed(() => api.users.unlock.mutate({ id }))
      await refresh()
    },
    disableTwoFactor: async (id: string) => {
      await confirmed(() => api.users.disableTwoFactor.mutate({ id }))
      await refresh()
    },
    setRole: async (id: string, role: AccountRole) => {
      await confirmed(() => api.users.setRole.mutate({ id, role }))
      await refresh()
    },
  }
}
