import type { Conversation } from '@prologue/contracts'
import { cleanup, render } from '@solidjs/testing-library'
import { QueryClientProvider } from '@tanstack/solid-query'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { createSignal } from 'solid-js'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { makeQueryClient } from '../../queryClient.ts'
import { createReadMark } from './createReadMark.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute))
const quiet: Conversation = {
  id: '0198c0de-0000-7000-8000-000000000000',
  title: 'A tutor',
  status: 'active',
  role: 'owner',
  lastActivityAt: at(1),
  unread: 0,
  pinned: false,
  abilities: [],
  participants: [],
  draft: { id: 'd', epoch: 1 },
  totals: { tokensIn: 0, tokensOut: 0, costMicroUsd: 0, costUnknown: 0 },
}

/** An open conversation before a server that keeps through when it was marked as read. */
function openConversation() {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
  const marks: Date[] = []
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const markRead = procedure.input(z.object({ id: z.string(), readThrough: z.date() })).mutation(({ input }) => {
    marks.push(input.readThrough)
  })
  const served = router({ conversations: router({ markRead }) })
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      router: served,
      req: new Request(new URL(path, 'http://localhost'), { method, headers: headers ?? {}, body: body ?? null }),
    }),
  )
  const [conversation, setConversation] = createSignal(quiet)
  const Reader = () => {
    createReadMark(conversation, () => true)
    return null
  }
  render(() => (
    <QueryClientProvider client={makeQueryClient()}>
      <Reader />
    </QueryClientProvider>
  ))
  return { marks, setConversation }
}

test('the mark follows what happens in an open conversation once each, also where nothing is unread', async () => {
  const { marks, setConversation } = openConversation()
  await vi.waitFor(() => expect(marks).toEqual([at(1)]))
  // Read again, with nothing new.
  setConversation({ ...quiet })
  setConversation({ ...quiet, title: 'A better tutor' })
  setConversation({ ...quiet, lastActivityAt: at(2) })
  await vi.waitFor(() => expect(marks).toEqual([at(1), at(2)]))
  setConversation({ ...quiet, lastActivityAt: at(3), unread: 1 })
  await vi.waitFor(() => expect(marks).toEqual([at(1), at(2), at(3)]))
})
