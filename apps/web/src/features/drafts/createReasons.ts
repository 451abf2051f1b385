import { listen } from '@prologue/collab/client'
import type { Reason } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { onCleanup, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { readAgain } from '../../queryClient.ts'
import { useConnection } from '../../realtime/connection.tsx'

const reasonsKey = (conversationId: string) => ['draft-reasons', conversationId] as const

/** Why the composer's sentences are in the draft; none until they have been read. */
export function createReasons(conversationId: Accessor<string>): Accessor<readonly Reason[]> {
  const queryClient = useQueryClient()
  const query = useQuery(() => {
    const id = conversationId()
    return { queryKey: reasonsKey(id), queryFn: () => api.drafts.reasons.query({ conversationId: id }) }
  })
  onCleanup(
    listen(useConnection().socket, {
      'sections:changed': (event) => {
        if (event.conversationId === conversationId()) void readAgain(queryClient, reasonsKey(conversationId()))
      },
    }),
  )
  return () => (query.isPending ? [] : (query.data ?? []))
}
