import { listen } from '@prologue/collab/client'
import type { Reason } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { onCleanup, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { readAgain } from '../../queryClient.ts'
import { useConnection } from '../../realtime/connection.tsx'

const reasonsKey = (conversationId: string) => ['draft-reasons', conversationId] as const

type Reasons = {
  /** None until they have been read. */
  list: Accessor<readonly Reason[]>
  /** What is said of a sentence that none of them is about. */
  nothing: Accessor<string>
}

/** Why the composer's sentences are in the draft. */
export function createReasons(conversationId: Accessor<string>): Reasons {
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
  return {
    list: () => (query.isPending ? [] : (query.data ?? [])),
    nothing() {
      if (query.isPending) return 'The reasons are being read. Ask again in a moment.'
      if (query.isError) return 'The reasons could not be read. Load the page again to try once more.'
      return 'Nothing is known of why this stands here.'
    },
  }
}
