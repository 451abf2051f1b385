import { cleanup, render, screen } from '@solidjs/testing-library'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { ExportForm } from './ExportForm.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const version = {
  number: 1,
  content: 'Be kind.',
  variables: [],
  settings: {},
  message: '',
  parent: null,
  author: null,
  createdAt: null,
}
const said = { title: 'One', description: '', category: null, tags: [], family: null, labels: [], ratings: null, extras: {} }

/** A server that has one template. */
function serve(): void {
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const page = {
    items: [{ id: 'a', template: { ...said, versions: [version] }, olderLeft: 0 }],
    unpublished: [],
    nextCursor: null,
  }
  const served = router({ interchange: router({ exportTemplates: procedure.input((input) => input).query(() => page) }) })
  vi.stubGlobal('fetch', (path: string, { method, headers }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      router: served,
      req: new Request(new URL(path, 'http://localhost'), { method, headers: headers ?? {} }),
    }),
  )
}

test('nothing is said to be whole before it is known what the format leaves out', async () => {
  serve()
  const seen: string[] = []
  const { container } = render(() => <ExportForm templates={['a']} name="one" onDone={() => undefined} />)
  new MutationObserver(() => seen.push(container.textContent)).observe(container, { childList: true, subtree: true })
  await screen.findByText(/Who may see it/, {}, { timeout: 10_000 })
  expect(seen.filter((text) => text.includes('all there is'))).toEqual([])
}, 20_000)
