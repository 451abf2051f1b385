import { AppError, toWireError, type ErrorCode } from '@prologue/contracts'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftSaving, type Saved } from './createDraftSaving.ts'
import { abandonedDrafts } from './keptDrafts.ts'
import type { Unfinished } from './unfinished.ts'

const place = { templateId: 'one', personId: 'ada' }
const text = (content: string): Unfinished => ({ content, variables: [], settings: {} })
const refusal = (code: ErrorCode) => Object.assign(new Error(code), { data: { wire: toWireError(new AppError(code)) } })

const leaving: (() => void)[] = []
beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave()
  await vi.runAllTimersAsync()
  vi.useRealTimers()
})

/** A server that keeps one draft as the real one does, and can be out of reach. */
function startServer() {
  const has: Saved = { written: text('Be kind.'), revision: 1, basedOn: 0 }
  const failure: unknown = null
  const server = {
    has,
    failure,
    saves: 0,
    read: async () => {
      if (server.failure) throw server.failure
      return server.has
    },
    async save({ revision, basedOn, content, variables, settings }: Unfinished & { revision: number; basedOn: number }) {
      await vi.advanceTimersByTimeAsync(0)
      if (server.failure) throw server.failure
      if (revision !== server.has.revision) throw refusal('CONFLICT')
      server.saves++
      server.has = { written: { content, variables, settings }, revision: revision + 1, basedOn }
      return { revision: revision + 1 }
    },
  }
  return server
}

function openPage(server: ReturnType<typeof startServer>) {
  return createRoot((leave) => {
    leaving.push(leave)
    const [now, write] = createSignal(server.has.written)
    const taken: string[] = []
    const onTake = (written: Unfinished) => {
      taken.push(written.content)
      write(written)
    }
    const saving = createDraftSaving({ place, server, opened: { saved: server.has, conflict: null, adopted: null }, now, onTake })
    return { saving, now, write: (content: string) => write(text(content)), taken, leave }
  })
}

test('what is written is saved after a pause; while somebody types on, every few seconds', async () => {
  const server = startServer()
  const { saving, write } = openPage(server)
  expect(saving.state()).toBe('saved')
  write('Be kind. And')
  expect(saving.state()).toBe('saving')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.has.written.content).toBe('Be kind. And')
  expect(saving.state()).toBe('saved')
  for (let typed = 0; typed < 20; typed++) {
    write(`Be kind. And brief${'.'.repeat(typed)}`)
    await vi.advanceTimersByTimeAsync(400)
  }
  expect(server.saves).toBe(2)
})

test('what is written while a save is on its way goes after it, once', async () => {
  const server = startServer()
  const { saving, write } = openPage(server)
  write('One')
  const [first, second] = [saving.saveNow(), saving.saveNow()]
  write('Two')
  expect(await Promise.all([first, second])).toEqual([true, true])
  expect(server.has).toMatchObject({ written: { content: 'Two' }, revision: 3 })
})

test('what another page saved is not written over: one chooses, and it is saved as what came after', async () => {
  const server = startServer()
  const { saving, write, now } = openPage(server)
  server.has = { ...server.has, written: text('Be kind. Be calm.'), revision: 2 }
  server.failure = new Error('Failed to fetch')
  write('Be kind. Be brief.')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(saving.state()).toBe('offline')
  server.failure = null
  expect(await saving.saveNow()).toBe(false)
  expect(saving.state()).toBe('conflict')
  expect(saving.conflict()).toMatchObject({ kind: 'saved', from: text('Be kind.'), theirs: { revision: 2 } })
  write('Be kind. Be very brief.')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(server.has.written.content).toBe('Be kind. Be calm.')

  saving.resolve(now())
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.has).toMatchObject({ written: { content: 'Be kind. Be very brief.' }, revision: 3 })
  expect(saving.state()).toBe('saved')
})

test('where only the numbers are others, as after publishing elsewhere, writing goes on', async () => {
  const server = startServer()
  const { saving, write } = openPage(server)
  server.has = { ...server.has, revision: 0, basedOn: 1 }
  write('Be kind. And brief.')
  expect(await saving.saveNow()).toBe(true)
  expect(server.has).toMatchObject({ written: text('Be kind. And brief.'), revision: 1, basedOn: 1 })
})

test('the same words from two pages are no conflict', async () => {
  const server = startServer()
  const { saving, write } = openPage(server)
  server.has = { ...server.has, written: text('Be calm.'), revision: 2 }
  write('Be calm.')
  expect(await saving.saveNow()).toBe(true)
  expect(server.has.revision).toBe(2)
})

test('a page on which nothing is unsaved follows what another one saved', async () => {
  const server = startServer()
  const { saving, taken, now } = openPage(server)
  server.has = { ...server.has, written: text('Be calm.'), revision: 2 }
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(taken).toEqual(['Be calm.'])
  expect(now().content).toBe('Be calm.')
  expect(saving.state()).toBe('saved')
})

test('without a network it is kept here, tried again, and forgotten once it is saved', async () => {
  const server = startServer()
  const { saving, write, leave } = openPage(server)
  server.failure = new Error('Failed to fetch')
  write('Be brief.')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(saving.state()).toBe('offline')
  leave()
  await vi.advanceTimersByTimeAsync(1_000)
  const [left, ...others] = await abandonedDrafts(place)
  expect(left?.kept).toMatchObject({ written: text('Be brief.'), from: text('Be kind.'), revision: 1 })
  expect(others).toEqual([])

  const again = openPage(server)
  again.write('Be brief again.')
  await vi.advanceTimersByTimeAsync(1_000)
  server.failure = null
  await vi.advanceTimersByTimeAsync(3_000)
  expect(again.saving.state()).toBe('saved')
  expect(server.has.written.content).toBe('Be brief again.')
  expect(await abandonedDrafts(place)).toHaveLength(1)
})

test('a template that is gone is not asked for again until something else is written', async () => {
  const server = startServer()
  const { saving, write } = openPage(server)
  server.failure = refusal('NOT_FOUND')
  write('Be brief.')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(saving.state()).toBe('gone')
  server.failure = null
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.saves).toBe(0)
  write('Be brief again.')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(saving.state()).toBe('saved')
})

test('a version that was made elsewhere is met even where all was saved, and asks to be saved upon it', async () => {
  const server = startServer()
  const { saving } = openPage(server)
  saving.meet({ kind: 'published', from: text(''), theirs: { written: text('Version two.'), revision: 1, basedOn: 2 } })
  expect(saving.state()).toBe('conflict')
  saving.resolve(text('Be kind.'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server.has).toMatchObject({ written: text('Be kind.'), revision: 2, basedOn: 2 })
})
