import type { Account, LibraryFacets, TemplateHit } from '@prologue/contracts'
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { QueryClientProvider } from '@tanstack/solid-query'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { SessionProvider } from '../identity/session.tsx'
import { makeQueryClient } from '../queryClient.ts'
import { Toasts } from '../ui/Toasts.tsx'
import LibraryPage from './LibraryPage.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const ada: Account = { id: 'a', name: 'Ada', email: 'ada@example.com', role: 'user', abilities: [] }

function hitOf(id: string, title: string): TemplateHit {
  return {
    template: {
      id,
      slug: id,
      title,
      description: '',
      category: 'coding',
      tags: [],
      family: null,
      visibility: 'private',
      owner: null,
      latestNumber: 1,
      ratingCount: 0,
      ratingAverage: null,
      usageCount: 0,
      createdAt: new Date(0),
      updatedAt: new Date(0),
      abilities: [],
    },
    isFavourite: false,
    title: { text: title, ranges: [] },
    description: { text: '', ranges: [] },
    tags: [],
  }
}

/** Ada's templates, before a server that has these. */
function openMine(titles: readonly string[], favouriting: () => Promise<void> = async () => undefined) {
  let hits = titles.map((title, at) => hitOf(`t${at}`, title))
  const none: LibraryFacets = {
    found: titles.length,
    more: false,
    partial: [],
    categories: [],
    tags: [],
    families: [],
    authors: [],
  }
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const served = router({
    auth: router({ me: procedure.query(() => ({ account: ada, canSetUp: false, mail: false })) }),
    library: router({
      browse: procedure.query(() => ({ items: hits, nextCursor: null })),
      facets: procedure.query(() => none),
    }),
    favourites: router({ add: procedure.mutation(favouriting), remove: procedure.mutation(favouriting) }),
    templates: router({
      deleteMany: procedure.mutation(() => {
        const ids = hits.slice(0, 1).map(({ template }) => template.id)
        hits = hits.slice(1)
        return { ids, refused: [] }
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
  history.set({ value: '/templates?scope=mine' })
  render(() => (
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <SessionProvider>
          <MemoryRouter history={history}>
            <Route path="/templates" component={LibraryPage} />
          </MemoryRouter>
        </SessionProvider>
      </Toasts>
    </QueryClientProvider>
  ))
}

function press(name: string) {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
}

test('once nothing is selected any more, the focus stays with what was found', async () => {
  openMine(['Gull', 'Skua'])
  const found = screen.getByRole('region', { name: 'What was found' })
  fireEvent.click(await screen.findByLabelText('Select Gull'))
  press('Select nothing')
  expect(screen.queryByRole('button', { name: 'Select nothing' })).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(found))

  fireEvent.click(screen.getByLabelText('Select Gull'))
  press('Delete')
  await waitFor(() => expect(screen.queryByText('Gull')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(found))
})

test('all of one’s own are exported where there are any', async () => {
  openMine(['Gull'])
  expect(await screen.findByRole('button', { name: 'Export all' })).toBeTruthy()
  cleanup()
  openMine([])
  await screen.findByRole('heading', { name: 'You have no template yet' })
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Export all' })).toBeNull())
})

const pressed = () => screen.getByRole('button', { name: 'Favourite: Gull' }).getAttribute('aria-pressed')

test('a favourite shows at once on its card, and is none again where the server refuses', async () => {
  const answer = Promise.withResolvers<void>()
  openMine(['Gull'], async () => {
    await answer.promise
    throw new Error('Away')
  })
  const heart = await screen.findByRole('button', { name: 'Favourite: Gull' })
  expect(pressed()).toBe('false')
  fireEvent.click(heart)
  await waitFor(() => expect(pressed()).toBe('true'))
  answer.resolve()
  await waitFor(() => expect(pressed()).toBe('false'))
})
