import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { paged } from '../../paged.ts'

export const historyKeys = {
  list: (conversationId: string) => ['checkpoints', conversationId] as const,
  text: (id: string | undefined) => ['checkpoint', id] as const,
}

/** The time line, the newest first; read only while it is looked at. */
export function createTimeLine(conversationId: () => string, isOpen: () => boolean) {
  return useInfiniteQuery(() => {
    const id = conversationId()
    return {
      queryKey: historyKeys.list(id),
      ...paged((from) => api.checkpoints.list.query({ conversationId: id, ...from })),
      enabled: isOpen(),
    }
  })
}

/** What a checkpoint says. It never changes. */
export function createCheckpointText(id: () => string | undefined) {
  return useQuery(() => {
    const asked = id()
    return {
      queryKey: historyKeys.text(asked),
      queryFn: asked === undefined ? skipToken : () => api.checkpoints.get.query({ id: asked }),
      staleTime: Infinity,
    }
  })
}
