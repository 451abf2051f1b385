import type { Conversation, ConversationStatus } from '@prologue/contracts'
import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export const conversationKeys = {
  all: ['conversations'] as const,
  lists: ['conversations', 'list'] as const,
  list: (status: ConversationStatus, search: string) => ['conversations', 'list', status, search] as const,
  one: (id: string) => ['conversations', 'one', id] as const,
}

export function createConversationList(filter: () => { status: ConversationStatus; search: string }) {
  return useInfiniteQuery(() => {
    const { status, search } = filter()
    return {
      queryKey: conversationKeys.list(status, search),
      queryFn: ({ pageParam }: { pageParam: string | null }) =>
        api.conversations.list.query({ status, ...(search && { search }), ...(pageParam && { cursor: pageParam }) }),
      initialPageParam: null as string | null,
      getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
    }
  })
}

export function createConversation(id: () => string) {
  return useQuery(() => ({ queryKey: conversationKeys.one(id()), queryFn: () => api.conversations.get.query({ id: id() }) }))
}

/** Shows the new title everywhere at once; if the server refuses, what it has is read again. */
export function createRename() {
  const queryClient = useQueryClient()
  return async (id: string, title: string) => {
    queryClient.setQueryData<Conversation>(conversationKeys.one(id), (before) => before && { ...before, title })
    try {
      await api.conversations.rename.mutate({ id, title })
    } finally {
      await refresh(queryClient)
    }
  }
}

export function createArchiving() {
  const queryClient = useQueryClient()
  return {
    archive: async (id: string) => {
      await api.conversations.setStatus.mutate({ id, status: 'archived' })
      await refresh(queryClient)
    },
    unarchive: async (id: string) => {
      await api.conversations.setStatus.mutate({ id, status: 'active' })
      await refresh(queryClient)
    },
  }
}

function refresh(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: conversationKeys.all })
}
