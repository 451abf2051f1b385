import { AppError, limits, toWireError, type ErrorCode } from '@prologue/contracts'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDetailsSaving, type Details } from './detailsSaving.ts'

const refusal = (code: ErrorCode) => Object.assign(new Error(code), { data: { wire: toWireError(new AppError(code)) } })
const begun: Details = {
  title: 'Letters',
  description: '',
  category: 'writing',
  tags: [],
  family: null,
  visibility: 'private',
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

let templates = 0
/** A template on a server that takes its time, may be out of reach, and may refuse that others find it. */
function startServer() {
  const templateId = `template-${++templates}`
  const [saved, setSaved] = createSignal(begun)
  const server = {
    saved,
    failure: null as unknown,
    refusesOthers: false,
    sent: [] as Partial<Details>[],
    was: [] as Partial<Details>[][],
    setSaved,
    open: () =>
      createRoot(() => {
        const refused: unknown[] = []
        const saving = createDetailsSaving({
          place: { templateId, personId: 'ada' },
          saved,
          onRefused: (error) => refused.push(error),
          async send(fields, was) {
            server.sent.push(fields)
            server.was.push(was)
            await vi.advanceTimersByTimeAsync(100)
            if (server.failure) throw server.failure
            if (server.refusesOthers && fields.visibility) throw refusal('CONFLICT')
            setSaved({ ...saved(), ...fields })
          },
        })
        return { ...saving, refused }
      }),
  }
  return server
}

test('who waits for it while a title is on its way waits for that title, and for what is typed meanwhile', async () => {
  const server = startServer()
  const details = server.open()
  details.change({ title: 'Letters to' }, 'soon')
  const first = details.saveNow()
  details.change({ title: 'Letters to the bees' }, 'soon')
  expect(await details.saveNow()).toBe(true)
  expect(await first).toBe(true)
  expect(server.saved().title).toBe('Letters to the bees')
  expect(server.sent).toHaveLength(2)
})

test('what cannot be sent holds back no other field, and is not said to be saved', async () => {
  const server = startServer()
  const details = server.open()
  details.change({ title: ' ' }, 'soon')
  details.change({ category: 'coding', family: 'gpt' })
  expect(await details.saveNow()).toBe(false)
  expect(server.saved()).toEqual({ ...begun, category: 'coding', family: 'gpt' })
  expect([details.now().title, details.state(), details.failure()]).toEqual([' ', 'unsendable', null])
  details.change({ title: 'Notes' }, 'soon')
  await vi.runAllTimersAsync()
  expect([server.saved().title, details.state()]).toEqual(['Notes', 'saved'])
})

test('where others may not find it that alone is taken back, and whoever waited hears of it', async () => {
  const server = startServer()
  server.refusesOthers = true
  const details = server.open()
  details.change({ visibility: 'public', description: 'For the post' })
  expect(await details.saveNow()).toBe(false)
  expect(details.failure()).toMatchObject({ message: 'CONFLICT' })
  expect(details.refused).toHaveLength(1)
  expect(details.now()).toEqual({ ...begun, description: 'For the post' })
  expect(server.saved()).toEqual(details.now())
})

test('what broke on its way is sent again, and why it failed can be asked for', async () => {
  const server = startServer()
  server.failure = new Error('The line is down')
  const details = server.open()
  details.change({ tags: ['post'] })
  expect(await details.saveNow()).toBe(false)
  expect([details.failure(), details.state()]).toEqual([server.failure, 'offline'])
  server.failure = null
  await vi.advanceTimersByTimeAsync(6_000)
  expect([server.saved().tags, details.state(), details.failure()]).toEqual([['post'], 'saved', null])
})

test('what could not be saved when its editor was left stands there again, and the rest was saved', async () => {
  const server = startServer()
  const tooLong = 'a'.repeat(limits.description + 1)
  const details = server.open()
  details.change({ description: tooLong, category: 'data' }, 'soon')
  expect(await details.leave()).toBe(true)
  expect(server.saved()).toEqual({ ...begun, category: 'data' })
  const again = server.open()
  expect([again.now().description, again.state()]).toEqual([tooLong, 'unsendable'])
  again.change({ description: 'Short' }, 'soon')
  expect(await again.leave()).toBe(false)
  expect(server.open().now().description).toBe('Short')
  expect(startServer().open().isSaved()).toBe(true)
})

test('with each field goes what it was, as it was shown or may have been stored without an answer', async () => {
  const server = startServer()
  const details = server.open()
  details.change({ title: 'Notes' })
  await details.saveNow()
  server.failure = new Error('The line is down')
  details.change({ title: 'Notes of Ada', category: 'data' })
  await details.saveNow()
  server.failure = null
  details.change({ title: 'Notes of bees' })
  await details.saveNow()
  const both = { title: 'Notes', category: 'writing' }
  expect(server.was).toEqual([[{ title: 'Letters' }], [both], [both, { title: 'Notes of Ada', category: 'data' }]])
})

test('what another window wrote meanwhile is overwritten only by who has seen it', async () => {
  const server = startServer()
  const details = server.open()
  server.failure = refusal('CONFLICT')
  details.change({ title: 'Mine' })
  expect(await details.saveNow()).toBe(false)
  server.failure = null
  server.setSaved({ ...begun, title: 'Theirs' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect([details.now().title, details.state(), server.saved().title]).toEqual(['Mine', 'unsendable', 'Theirs'])
  expect(server.sent).toHaveLength(1)
  details.change({ title: 'Mine, still' })
  expect(await details.saveNow()).toBe(true)
  expect(server.was.at(-1)).toEqual([{ title: 'Theirs' }])
})
