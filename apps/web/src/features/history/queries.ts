import { listen, type DraftClientSocket } from '@prologue/collab/client'
import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/solid-query'
import { createEffect, on, onCleanup, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { paged } from '../../paged.ts'
import { readAgain } from '../../queryClient.ts'

const historyKeys = {
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

/**
 * Reads the time line again when it has something new, and each time the room was `entered` (a count): what was before was not
 * heard.
 */
export function createHistoryNews(
  socket: DraftClientSocket,
  conversationId: () => string,
  entered: Accessor<number>,
  onNews: () => void,
): void {
  const queryClient = useQueryClient()
  createEffect(() => {
    const id = conversationId()
    const news = () => {
      void readAgain(queryClient, historyKeys.list(id))
      onNews()
    }
    createEffect(on(entered, news, { defer: true }))
    onCleanup(
      listen(socket, {
        'checkpoints:changed': (event) => {
          if (event.conversationId === id) news()
        },
      }),
    )
  })
}
