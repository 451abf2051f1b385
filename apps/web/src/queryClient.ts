import { QueryCache, QueryClient, type QueryKey } from '@tanstack/solid-query'
import { failedWith, wireOf } from './failure.ts'
import { meKey } from './identity/session.tsx'

/** A refusal stays a refusal; only what the connection or a busy database broke is worth another try. */
function isPassing(error: unknown): boolean {
  const wire = wireOf(error)
  return !wire || wire.code === 'DB_UNAVAILABLE'
}

/** What failed is read again by itself this often, in milliseconds. */
const askAgainEvery = 5000

export function makeQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({
      // A session that ended elsewhere is noticed at the first refusal; pages that need one then lead to the sign-in.
      onError: (error) => {
        if (failedWith(error, 'UNAUTHENTICATED')) void queryClient.invalidateQueries({ queryKey: meKey })
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && isPassing(error),
        refetchInterval: ({ state }) => state.status === 'error' && isPassing(state.error) && askAgainEvery,
        staleTime: 10_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return queryClient
}

/**
 * Reads again what has changed. A first reading under way may have begun before the change, and the library would take its
 * answer for the new one: then it is read once more after it.
 */
export async function readAgain(queryClient: QueryClient, queryKey: QueryKey): Promise<void> {
  const state = queryClient.getQueryState(queryKey)
  const isFirst = state?.fetchStatus === 'fetching' && state.data === undefined
  await queryClient.invalidateQueries({ queryKey })
  if (isFirst) await queryClient.invalidateQueries({ queryKey })
}
