import { listen } from '@prologue/collab/client'
import { useQueryClient } from '@tanstack/solid-query'
import { onCleanup } from 'solid-js'
import type { Connection } from '../../realtime/connection.tsx'
import { conversationKeys } from './queries.ts'

/** Lists are read again no sooner than this after the last time, in milliseconds, however many conversations change. */
const quietFor = 1_000

/** Reads the lists again when something in them changed elsewhere, and after the connection was gone: then news were missed. */
export function createListNews(socket: Connection['socket']): void {
  const queryClient = useQueryClient()
  let timer: ReturnType<typeof setTimeout> | undefined
  let more = false
  // What happened between the first reading and the connection was not heard either.
  let missed = !socket.connected

  const readLists = () => {
    if (timer !== undefined) {
      more = true
      return
    }
    void queryClient.invalidateQueries({ queryKey: conversationKeys.lists })
    timer = setTimeout(() => {
      timer = undefined
      if (more) readLists()
      more = false
    }, quietFor)
  }

  onCleanup(
    listen(socket, {
      'conversations:changed': ({ conversationId }) => {
        readLists()
        // One that is being read began after the change.
        void queryClient.invalidateQueries({ queryKey: conversationKeys.one(conversationId) }, { cancelRefetch: false })
      },
      disconnect: () => {
        missed = true
      },
      connect: () => {
        if (missed) readLists()
        missed = false
      },
    }),
  )
  onCleanup(() => clearTimeout(timer))
}
