import type { Prompt } from '@prologue/contracts'
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/solid-query'
import { api } from '../../api.ts'

export type PromptPage = { items: Prompt[]; nextCursor: string | null }

export const promptKeys = {
  list: (conversationId: string) => ['prompts', conversationId] as const,
}

/** The newest page comes first and the next ones are older; within a page time runs forward. */
export function inOrder(pages: readonly PromptPage[]): Prompt[] {
  return pages.toReversed().flatMap((page) => page.items)
}

export function createPromptList(conversationId: () => string) {
  return useInfiniteQuery(() => {
    const id = conversationId()
    return {
      queryKey: promptKeys.list(id),
      queryFn: ({ pageParam }: { pageParam: string | null }): Promise<PromptPage> =>
        api.prompts.list.query({ conversationId: id, ...(pageParam && { cursor: pageParam }) }),
      initialPageParam: null as string | null,
      getNextPageParam: (page: PromptPage) => page.nextCursor,
    }
  })
}

/** The list with `prompt` in it: in place of what it was, or as the newest. */
export function withPrompt(data: InfiniteData<PromptPage, string | null> | undefined, prompt: Prompt) {
  const [newest, ...older] = data?.pages ?? []
  if (!data || !newest) return data
  const known = data.pages.some((page) => page.items.some((item) => item.id === prompt.id))
  const pages = known
    ? data.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === prompt.id ? prompt : item)) }))
    : [{ ...newest, items: [...newest.items, prompt] }, ...older]
  return { ...data, pages }
}

export function createPromptActions(conversationId: () => string) {
  const queryClient = useQueryClient()
  const show = (prompt: Prompt) => {
    queryClient.setQueryData<InfiniteData<PromptPage, string | null>>(promptKeys.list(prompt.conversationId), (data) =>
      withPrompt(data, prompt),
    )
  }
  return {
    send: async (input: string) => show(await api.prompts.send.mutate({ conversationId: conversationId(), input })),
    stop: async (id: string) => show(await api.prompts.stop.mutate({ id })),
  }
}
