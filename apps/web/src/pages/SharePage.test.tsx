import { byTokenSchema, enterSchema, type Account } from '@prologue/contracts'
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { QueryClientProvider } from '@tanstack/solid-query'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { keptVisit } from '../identity/keptVisits.ts'
import { SessionProvider } from '../identity/session.tsx'
import { makeQueryClient } from '../queryClient.ts'
import { Toasts } from '../ui/Toasts.tsx'
import SharePage from './SharePage.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

const conversationId = '0198c0de-0000-7000-8000-000000000000'
const token = 'x'.repeat(43)
const gus: Account = { id: 'g', name: 'Gus', email: null, role: 'guest', abilities: [] }

/** A page at a link, before a server that knows `account`, and keeps what was done by the link. */
function openLink(account: Account | null) {
  let here = account
  const followed: string[] = []
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const served = router({
    auth: router({ me: procedure.query(() => ({ account: here, canSetUp: false, mail: false })) }),
    shares: router({
      look: procedure.input(byTokenSchema).mutation(() => ({ title: 'A tutor', role: 'editor', sharedBy: 'Ada' })),
      enter: procedure.input(enterSchema).mutation(({ input }) => {
        followed.push(`enter as ${input.name}`)
        here = gus
        return { conversationId }
      }),
      accept: procedure.input(byTokenSchema).mutation(() => {
        followed.push('accept')
        return { conversationId }
      }),
    }),
  })
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      router: served,
      req: new Request(new URL(path, 'http://localhost'), { method, headers: headers ?? {}, body: body ?? null }),
    }),
  )
  const queryClient = makeQueryClient()
  const history = createMemoryHistory()
  history.set({ value: `/s/${token}` })
  render(() => (
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <SessionProvider>
          <MemoryRouter history={history}>
            <Route path="/s/:token" component={SharePage} />
            <Route path="/c/:id" component={() => <p>The conversation</p>} />
          </MemoryRouter>
        </SessionProvider>
      </Toasts>
    </QueryClientProvider>
  ))
  return { followed, history }
}

test('a guest who gives a name is led in, and has followed the link once', async () => {
  const { followed, history } = openLink(null)
  fireEvent.input(await screen.findByLabelText('Your name'), { target: { value: 'Gus' } })
  fireEvent.submit(screen.getByRole('form', { name: 'Join as a guest' }))
  await screen.findByText('The conversation')
  expect(history.get()).toBe(`/c/${conversationId}`)
  expect(keptVisit(conversationId)).toEqual({ token, guestId: gus.id })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(followed).toEqual(['enter as Gus'])
})

test('who is known here already is led in by the link itself', async () => {
  const { followed } = openLink({ ...gus, id: 'a', role: 'user', email: 'ada@example.com' })
  await screen.findByText('The conversation')
  expect(followed).toEqual(['accept'])
  await waitFor(() => expect(keptVisit(conversationId)).toBeNull())
})
