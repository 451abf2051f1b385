import { listen } from '@prologue/collab/client'
import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, on, onCleanup } from 'solid-js'
import { readAgain } from '../../queryClient.ts'
import type { Connection } from '../../realtime/connection.tsx'
import { historyKeys } from './queries.ts'

/**
 * Reads the time line again when it has something new, and each time the room was `entered` (a count): what was before was not
 * heard.
 */
export function createHistoryNews(
  socket: Connection['socket'],
  conversationId: () => string,
  entered: () => number,
  onNews: () => void,
): void {
  const queryClient = useQueryClient()
  const news = () => {
    void readAgain(queryClient, historyKeys.list(conversationId()))
    onNews()
  }
  createEffect(on(entered, news, { defer: true }))
  onCleanup(
    listen(socket, {
      'checkpoints:changed': (event) => {
        if (event.conversationId === conversationId()) news()
      },
    }),
  )
}
