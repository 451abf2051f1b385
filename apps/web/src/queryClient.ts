import { QueryClient } from '@tanstack/solid-query'
import { wireOf } from './failure.ts'

/** A refusal stays a refusal; only what the connection or a busy database broke is worth another try. */
function worthRetrying(failures: number, error: unknown): boolean {
  const wire = wireOf(error)
  return failures < 2 && (!wire || wire.code === 'DB_UNAVAILABLE')
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 10_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
