import { limits } from '@prologue/contracts'
import type { AppRouter } from '@prologue/shared'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import superjson from 'superjson'

/** The server's procedures; calls made in the same moment travel together. */
export const api = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/trpc', maxItems: limits.batch, transformer: superjson })],
})
