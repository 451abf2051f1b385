import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { paged } from '../../paged.ts'

export const notificationKeys = {
  all: ['notifications'] as const,
  unread: ['notifications', 'unread'] as const,
  list: ['notifications', 'list'] as const,
}

/** How many wait to be read. */
export function createUnread() {
  return useQuery(() => ({ queryKey: notificationKeys.unread, queryFn: () => api.notifications.unread.query() }))
}

export function createNotificationList() {
  return useInfiniteQuery(() => ({
    queryKey: notificationKeys.list,
    ...paged((from) => api.notifications.list.query(from)),
    // Whoever opens it wants to see what is there now.
    staleTime: 0,
  }))
}

export function createNotificationActions() {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: notificationKeys.all })
  return {
    /** `ids` null: all there are. */
    markRead: async (ids: string[] | null) => {
      await api.notifications.markRead.mutate({ ids })
      await refresh()
    },
    /** Comes in by an invitation; answers where that leads. */
    accept: async (shareId: string) => {
      try {
        return (await api.shares.acceptInvitation.mutate({ shareId })).conversationId
      } finally {
        await refresh()
      }
    },
  }
}
