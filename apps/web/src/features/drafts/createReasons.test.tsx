import { AppError, toWireError, type Reason } from '@prologue/contracts'
import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { QueryClientProvider } from '@tanstack/solid-query'
import { initTRPC, TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { For } from 'solid-js'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { makeQueryClient } from '../../queryClient.ts'
import { ConnectionProvider } from '../../realtime/connection.tsx'
import { createReasons } from './createReasons.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const reason: Reason = { section: 'tone', text: 'Be warm.', why: 'From your answer about the tone.' }

function Shown() {
  const reasons = createReasons(() => 'a conversation')
  return (
    <>
      <output>{reasons.nothing()}</output>
      <ul>
        <For each={reasons.list()}>{({ why }) => <li>{why}</li>}</For>
      </ul>
    </>
  )
}

/** What is known of the reasons, with a server that answers once it is let. */
function showReasons() {
  const { promise, resolve } = Promise.withResolvers<() => Reason[]>()
  const { procedure, router } = initTRPC.create({
    transformer: superjson,
    // As the server says it: a refusal is not asked for again.
    errorFormatter: ({ shape }) => ({ ...shape, data: { wire: toWireError(new AppError('FORBIDDEN')) } }),
  })
  const served = router({ drafts: router({ reasons: procedure.query(async () => (await promise)()) }) })
  vi.stubGlobal('fetch', (path: string, { method, headers }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: new Request(new URL(path, 'http://here'), { method, headers: headers ?? {} }),
      router: served,
    }),
  )
  render(() => (
    <QueryClientProvider client={makeQueryClient()}>
      <ConnectionProvider>
        <Shown />
      </ConnectionProvider>
    </QueryClientProvider>
  ))
  return {
    answer: (reasons: Reason[]) => resolve(() => reasons),
    refuse: () =>
      resolve(() => {
        throw new TRPCError({ code: 'FORBIDDEN' })
      }),
  }
}

const said = () => screen.getByRole('status').textContent

test('while the reasons are read, that is said, and none is there', async () => {
  const { answer } = showReasons()
  expect(said()).toBe('The reasons are being read. Ask again in a moment.')
  expect(screen.queryAllByRole('listitem')).toEqual([])
  answer([reason])
  await waitFor(() => expect(screen.getByRole('listitem').textContent).toBe(reason.why))
  expect(said()).toBe('Nothing is known of why this stands here.')
})

test('where there is none, nothing is known of any sentence', async () => {
  const { answer } = showReasons()
  answer([])
  await waitFor(() => expect(said()).toBe('Nothing is known of why this stands here.'))
  expect(screen.queryAllByRole('listitem')).toEqual([])
})

test('where they could not be read, that is said with what to do', async () => {
  const { refuse } = showReasons()
  refuse()
  await waitFor(() => expect(said()).toBe('The reasons could not be read. Load the page again to try once more.'))
  expect(screen.queryAllByRole('listitem')).toEqual([])
})
