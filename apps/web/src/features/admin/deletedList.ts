import type { DeletedKind, DeletedOne } from '@prologue/contracts'
import { useInfiniteQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'
import { paged } from '../../paged.ts'

const deletedKey = ['admin', 'deleted'] as const

export function createDeletedList(kind: () => DeletedKind) {
  return useInfiniteQuery(() => {
    const wanted = kind()
    return {
      queryKey: [...deletedKey, wanted],
      ...paged((from) => api.deletedContent.list.query({ kind: wanted, ...from })),
      reconcile: 'id',
    }
  })
}

export function createDeletedCalls() {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  const refresh = () => queryClient.invalidateQueries({ queryKey: deletedKey })
  return {
    bringBack: async ({ kind, id }: DeletedOne) => {
      await api.deletedContent.bringBack.mutate({ kind, id })
      await refresh()
    },
    purge: async ({ kind, id }: DeletedOne) => {
      await confirmed(() => api.deletedContent.purge.mutate({ kind, id }))
      await refresh()
    },
  }
}
