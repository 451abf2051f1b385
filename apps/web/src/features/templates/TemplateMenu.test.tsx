import { templateAbilities, type TemplateSummary } from '@prologue/contracts'
import { MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { QueryClientProvider } from '@tanstack/solid-query'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { makeQueryClient } from '../../queryClient.ts'
import type { TemplateView } from '../../templateView.ts'
import { Toasts } from '../../ui/Toasts.tsx'
import { createTemplateActs } from './createTemplateActs.ts'
import { TemplateMenu } from './TemplateMenu.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const summary: TemplateSummary = {
  id: 't',
  slug: 'a-shop',
  title: 'A shop',
  description: '',
  category: 'coding',
  tags: [],
  family: null,
  visibility: 'public',
  owner: null,
  latestNumber: 1,
  ratingCount: 0,
  ratingAverage: null,
  usageCount: 0,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  abilities: [...templateAbilities.moderator],
}
const template: TemplateView = {
  ...summary,
  labels: [],
  forkedFrom: null,
  isFavourite: false,
  hasDraft: false,
  offeredTo: null,
  myRating: null,
  version: null,
}

/** The menu as a moderator has it, before a server that keeps what was changed. */
function renderMenu() {
  const changed: unknown[] = []
  const onHidden = vi.fn<() => void>()
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const update = procedure.input(z.object({ id: z.string(), visibility: z.string() })).mutation(({ input }) => {
    changed.push(input)
  })
  const served = router({ templates: router({ update }) })
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      router: served,
      req: new Request(new URL(path, 'http://localhost'), { method, headers: headers ?? {}, body: body ?? null }),
    }),
  )
  const queryClient = makeQueryClient()
  const menu = () => {
    const acts = createTemplateActs()
    return (
      <TemplateMenu
        template={template}
        number={1}
        acts={acts}
        signIn={null}
        onFork={undefined}
        onDeleted={() => undefined}
        onHidden={onHidden}
      />
    )
  }
  render(() => (
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <MemoryRouter>
          <Route path="*" component={menu} />
        </MemoryRouter>
      </Toasts>
    </QueryClientProvider>
  ))
  return { changed, onHidden }
}

test('who makes somebody else’s template private presses twice, and is led away from it', async () => {
  const { changed, onHidden } = renderMenu()
  fireEvent.keyDown(await screen.findByRole('button', { name: 'Menu of A shop' }), { key: 'Enter' })
  const item = await screen.findByRole('menuitem', { name: 'Make private' })
  fireEvent.keyDown(item, { key: 'Enter' })
  expect(item.textContent).toBe('Really make private')
  expect(changed).toEqual([])
  fireEvent.keyDown(item, { key: 'Enter' })
  await waitFor(() => expect(onHidden).toHaveBeenCalledOnce())
  expect(changed).toEqual([{ id: 't', visibility: 'private' }])
  // What is said of one's own would not be true.
  expect(screen.queryByText(/Nobody but you/)).toBeNull()
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
})
