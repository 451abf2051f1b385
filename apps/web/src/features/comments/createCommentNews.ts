import { listen } from '@prologue/collab/client'
import { useQueryClient } from '@tanstack/solid-query'
import { onCleanup } from 'solid-js'
import { readAgain } from '../../queryClient.ts'
import type { Connection } from '../../realtime/connection.tsx'
import { commentKeys } from './queries.ts'

/** Reads the comments again when the room says that they changed. */
export function createCommentNews(socket: Connection['socket'], conversationId: () => string): void {
  const queryClient = useQueryClient()
  onCleanup(
    listen(socket, {
      'comments:changed': (event) => {
        if (event.conversationId === conversationId()) void readAgain(queryClient, commentKeys.list(event.conversationId))
      },
    }),
  )
}
