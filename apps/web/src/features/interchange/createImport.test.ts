import type { ImportResult } from '@prologue/contracts'
import { cleanup, renderHook } from '@solidjs/testing-library'
import { initTRPC } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { createEffect, createRoot } from 'solid-js'
import superjson from 'superjson'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createImport } from './createImport.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const asked = z.object({ templates: z.array(z.object({ title: z.string() })), keys: z.array(z.string()) })

/** A server that takes templates, and calls `before` with the titles of each request, and its keys, first. */
function serve(before: (titles: string[], keys: string[]) => void | Promise<void> = () => undefined) {
  const requests: string[][] = []
  const { procedure, router } = initTRPC.create({ transformer: superjson })
  const importTemplates = procedure.input(asked).mutation(async ({ input }): Promise<ImportResult[]> => {
    const titles = input.templates.map(({ title }) => title)
    await before(titles, input.keys)
    requests.push(titles)
    return titles.map((title) => ({ ok: true, id: title, slug: title, notes: [] }))
  })
  const served = router({ interchange: router({ importTemplates }) })
  vi.stubGlobal('fetch', (path: string, { method, headers, body }: RequestInit & { method: string }) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      router: served,
      req: new Request(new URL(path, 'http://localhost'), { method, headers: headers ?? {}, body: body ?? null }),
    }),
  )
  return requests
}

const titles = (count: number, name = 'T') => Array.from({ length: count }, (_, index) => `${name}${index}`)
/** The blobs of jsdom cannot be read piece by piece. */
function blobOf(text: string): Blob {
  const stream = () =>
    new ReadableStream({
      start(pieces) {
        pieces.enqueue(new TextEncoder().encode(text))
        pieces.close()
      },
    })
  return Object.defineProperty(new Blob([text]), 'stream', { value: stream, configurable: true })
}
const csv = (rows: readonly string[]) => ['act,prompt', ...rows.map((title) => `${title},Be kind.`)].join('\n')
const file = (rows: readonly string[]) => ({ name: 'some.csv', blob: blobOf(csv(rows)) })

/** The state of the page. */
function openPage() {
  return renderHook(() => createImport()).result
}

test('a long file is imported with one change of the state for each request', async () => {
  const requests = serve()
  const work = openPage()
  await work.open(file(titles(300)))
  expect(work.stage()).toBe('ready')
  let changes = -1
  const leave = createRoot((dispose) => {
    createEffect(() => {
      Object.keys(work.results)
      changes++
    })
    return dispose
  })
  await work.run()
  leave()
  expect(requests).toHaveLength(3)
  expect(changes).toBe(3)
  expect([work.stage(), work.sent(), work.imported()]).toEqual(['done', 300, 300])
})

test('another file begins without what became of the first', async () => {
  const requests = serve()
  const work = openPage()
  await work.open(file(titles(3, 'first')))
  await work.run()
  work.startOver()
  await work.open(file(titles(2, 'second')))
  expect([work.sent(), Object.keys(work.results)]).toEqual([0, []])
  await work.run()
  expect(requests).toEqual([titles(3, 'first'), titles(2, 'second')])
  expect([work.sent(), work.imported()]).toEqual([2, 2])
})

const fail = () => Promise.reject(new DOMException('It was changed.', 'NotReadableError'))

test('a file that is gone says so, when it is opened and when it is imported', async () => {
  const requests = serve()
  const gone = 'The file has changed or is gone: choose it again.'
  const work = openPage()
  await work.open({ name: 'some.csv', blob: Object.defineProperty(blobOf(''), 'slice', { value: () => ({ text: fail }) }) })
  expect([work.stage(), work.fault()]).toEqual(['choosing', gone])

  const { name, blob } = file(['A'])
  await work.open({ name, blob })
  Object.defineProperty(blob, 'stream', { value: () => new ReadableStream({ pull: fail }) })
  await work.run()
  expect([work.stage(), work.fault()]).toEqual(['done', gone])
  expect(requests).toEqual([])
})

test('where the server does not answer, it goes on from where it was', async () => {
  let isAway = true
  const requests = serve((some) => {
    if (isAway && some.includes('T100')) throw new Error('Away')
  })
  const work = openPage()
  await work.open(file(titles(250)))
  await work.run()
  expect([work.stage(), work.sent()]).toEqual(['done', 100])
  expect(work.fault()).not.toBeNull()
  isAway = false
  await work.run()
  expect(requests.flat()).toEqual(titles(250))
  expect([work.fault(), work.imported()]).toEqual([null, 250])
})

test('what is sent again, as its answer was lost, is sent under the same keys, and another reading of the file has others', async () => {
  let isLost = true
  const keys: string[][] = []
  serve((some, sent) => {
    keys.push(sent)
    if (isLost && some.includes('T100')) throw new Error('Away')
  })
  const work = openPage()
  await work.open(file(titles(120)))
  await work.run()
  isLost = false
  await work.run()
  const [first, lost, again] = keys
  expect(again).toEqual(lost)
  expect(new Set([...(first ?? []), ...(lost ?? [])]).size).toBe(120)
  await work.readAgain()
  await work.run()
  expect(keys[3]).not.toEqual(first)
})

test('stopped amid an import, it sends nothing more until it goes on, and then the rest once each', async () => {
  const work = openPage()
  const requests = serve(() => {
    if (requests.length === 0) work.stop()
  })
  await work.open(file(titles(250)))
  await work.run()
  expect(requests).toEqual([titles(250).slice(0, 100)])
  expect([work.stage(), work.fault(), work.imported()]).toEqual(['done', null, 100])
  await work.run()
  expect(requests.flat()).toEqual(titles(250))
})

test('stopped while it reads on, it does not send what it has read', async () => {
  const requests = serve()
  const work = openPage()
  const { name, blob } = file(titles(50))
  await work.open({ name, blob })
  const pieces = [new TextEncoder().encode(csv(titles(50))), new TextEncoder().encode('\nLast,Be kind.')]
  const pull = (stream: ReadableStreamDefaultController) => {
    const piece = pieces.shift()
    if (pieces.length === 0) work.stop()
    if (piece) stream.enqueue(piece)
    else stream.close()
  }
  Object.defineProperty(blob, 'stream', { value: () => new ReadableStream({ pull }, { highWaterMark: 0 }) })
  await work.run()
  expect([work.stage(), work.sent(), requests]).toEqual(['done', 0, []])
})

test('a reading that was stopped can begin again, also before its format is known', async () => {
  const work = openPage()
  const { name, blob } = file(titles(3))
  const opening = work.open({ name, blob })
  expect(work.stage()).toBe('reading')
  work.stop()
  await opening
  expect([work.stage(), work.format()]).toEqual(['choosing', null])

  const stream = vi.spyOn(blob, 'stream').mockImplementationOnce(() => {
    work.stop()
    return blobOf(csv(titles(3))).stream()
  })
  await work.readAgain()
  expect([work.stage(), work.format()]).toEqual(['choosing', 'prompts-chat'])
  stream.mockRestore()
  await work.readAgain()
  expect([work.stage(), work.previews().length]).toEqual(['ready', 3])
})

test('a text that is pasted goes once it is imported', async () => {
  serve()
  const work = openPage()
  work.setPasted(csv(['A']))
  await work.open({ name: 'the pasted text', blob: blobOf(work.pasted()) })
  work.startOver()
  expect(work.pasted()).toBe(csv(['A']))
  await work.open({ name: 'the pasted text', blob: blobOf(work.pasted()) })
  await work.run()
  work.startOver()
  expect(work.pasted()).toBe('')
})
