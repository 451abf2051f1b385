import type { Conversation, ConversationSide, ConversationStatus } from '@prologue/contracts'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { paged } from '../../paged.ts'

/** Which conversations a list shows; `role` undefined: one's own and those of others. */
export type ListFilter = { status: ConversationStatus; role: ConversationSide | undefined; search: string }

export const conversationKeys = {
  all: ['conversations'] as const,
  lists: ['conversations', 'list'] as const,
  list: (filter: ListFilter) => ['conversations', 'list', filter] as const,
  one: (id: string) => ['conversations', 'one', id] as const,
}

export function createConversationList(filter: () => ListFilter) {
  return useInfiniteQuery(() => {
    const { status, role, search } = filter()
    return {
      queryKey: conversationKeys.list({ status, role, search }),
      ...paged((from) => api.conversations.list.query({ status, ...(role && { role }), ...(search && { search }), ...from })),
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
      await queryClient.invalidateQueries({ queryKey: conversationKeys.all })
    }
  }
}
