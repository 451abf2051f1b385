import { listen } from '@prologue/collab/client'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createMemo, onCleanup, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { readAgain } from '../../queryClient.ts'
import { useConnection } from '../../realtime/connection.tsx'
import type { PromptLog } from './promptLog.ts'
import { promptKeys } from './queries.ts'
import { placeLines, type PlacedLines } from './systemLines.ts'

/** What happened beside the exchanges of the log, each where it happened, and news of it. */
export function createSystemLines(conversationId: () => string, log: () => PromptLog | undefined): Accessor<PlacedLines> {
  const queryClient = useQueryClient()
  const query = useQuery(() => {
    const id = conversationId()
    return { queryKey: promptKeys.lines(id), queryFn: () => api.prompts.systemLines.query({ conversationId: id }) }
  })
  const news = (event: { conversationId: string }) => {
    if (event.conversationId === conversationId()) void readAgain(queryClient, promptKeys.lines(conversationId()))
  }
  // Who joins changes the conversation.
  onCleanup(listen(useConnection().socket, { 'checkpoints:changed': news, 'conversation:changed': news }))
  return createMemo(() => {
    const read = log()
    return placeLines(read ?? { items: [], older: null, newer: null }, (!query.isPending && read && query.data) || [])
  })
}
