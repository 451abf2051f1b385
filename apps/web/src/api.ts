import { limits } from '@prologue/contracts'
import type { AppRouter } from '@prologue/shared'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import superjson from 'superjson'

const server = { url: '/trpc', transformer: superjson }

/**
 * The server's procedures; calls made in the same moment travel together and are answered together. What may take longer than those
 * beside it goes `alone`, in the context of the call.
 */
export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ context }) => context['alone'] === true,
      true: httpLink(server),
      false: httpBatchLink({ ...server, maxItems: limits.batch }),
    }),
  ],
})
