import type { ModelList } from '@prologue/contracts'
import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { QueryClientProvider } from '@tanstack/solid-query'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { makeQueryClient } from '../../../queryClient.ts'
import { chooseModel, chosenModel } from '../../../ui/chosenModel.ts'
import { Toasts } from '../../../ui/Toasts.tsx'
import { createModels } from './createModels.ts'
import { ModelMenu } from './ModelMenu.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const large = { providerId: 'a', model: 'large' }
const offered: ModelList['items'][number] = {
  ...large,
  provider: 'Anthropic',
  kind: 'anthropic',
  family: 'claude',
  local: false,
  price: { input: null, cachedInput: null, output: null },
  contextTokens: null,
}

const asked = (): unknown => JSON.parse(screen.getByRole('status').textContent ?? '')

/** The menu of somebody who chose the large model before, with a server that lists the models once it is let. */
function renderMenu(personId: string) {
  chooseModel(personId, large)
  const { promise, resolve: list } = Promise.withResolvers<ModelList>()
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const served = router({ models: router({ list: procedure.query(() => promise) }) })
  vi.stubGlobal('fetch', (path: string, { method, headers }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: new Request(new URL(path, 'http://here'), { method, headers: headers ?? {} }),
      router: served,
    }),
  )
  const menu = () => {
    const models = createModels(personId, () => false)
    return (
      <>
        <ModelMenu models={models} />
        <output>{JSON.stringify(models.choice() ?? null)}</output>
      </>
    )
  }
  render(() => (
    <QueryClientProvider client={makeQueryClient()}>
      <Toasts>{menu()}</Toasts>
    </QueryClientProvider>
  ))
  return (items: ModelList['items']) => list({ items, spentToday: 0, dailyBudget: null })
}

test('the choice stands while it is not known what is offered, and after', async () => {
  const list = renderMenu('ada')
  expect(screen.getByRole('button', { name: 'Model: large' })).toBeTruthy()
  expect(asked()).toEqual(large)
  list([offered])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked()).toEqual(large)
})

test('a choice that is offered no longer falls to the composer, and that is said', async () => {
  const list = renderMenu('grace')
  list([{ ...offered, model: 'small' }])
  await waitFor(() => expect(screen.getByRole('button', { name: 'Model: Composer' })).toBeTruthy())
  expect(asked()).toBeNull()
  expect(chosenModel('grace')()).toBeNull()
  expect(screen.getAllByText(/^large is offered no longer\./)).toHaveLength(1)
})
