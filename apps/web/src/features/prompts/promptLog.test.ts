import type { Prompt } from '@prologue/contracts'
import { describe, expect, test } from 'vitest'
import { logOf, runningIn, showsOther, withoutPrompt, withPage, withPrompt, type PromptLog } from './promptLog.ts'

/** An exchange of that many seconds. */
const prompt = (at: number, said: Partial<Prompt> = {}): Prompt => ({
  id: `id-${at}`,
  conversationId: 'c',
  author: { id: 'u', name: 'Ada', colour: '#3563c9', guest: false },
  act: 'generate',
  userInput: '',
  response: '',
  whole: true,
  edits: [],
  question: null,
  unsorted: [],
  status: 'completed',
  statusReason: null,
  provider: 'composer',
  model: 'composer-1',
  modelVersion: null,
  insteadOf: null,
  parameters: {},
  responseTimeMs: null,
  firstTokenMs: null,
  tokensIn: null,
  tokensCached: null,
  tokensOut: null,
  costMicroUsd: null,
  rating: null,
  feedback: null,
  parentId: null,
  branches: ['id'],
  createdAt: new Date(at * 1000),
  editedAt: null,
  reactions: [],
  abilities: [],
  ...said,
})
const page = (times: number[], nextCursor: string | null, previousCursor: string | null) => ({
  items: times.map((at) => prompt(at)),
  nextCursor,
  previousCursor,
})
const times = (log: Pick<PromptLog, 'items'>) => log.items.map(({ createdAt }) => createdAt.getTime() / 1000)

describe('a piece of the history', () => {
  const middle = logOf(page([50, 60, 70], 'older', 'newer'))

  test('grows at both sides without doubles, until there is no more', () => {
    const older = withPage(middle, 'older', page([30, 40, 50], null, 'x'))
    expect([times(older), older.older, older.newer]).toEqual([[30, 40, 50, 60, 70], null, 'newer'])
    const whole = withPage(older, 'newer', page([70, 80], 'x', null))
    expect([times(whole), whole.newer]).toEqual([[30, 40, 50, 60, 70, 80], null])
  })

  test('takes what came meanwhile to its end once it reaches it, in order and once', () => {
    const came = [prompt(90), prompt(100), prompt(80)].reduce(withPrompt, middle)
    expect([times(came), came.fresh]).toEqual([
      [50, 60, 70],
      ['id-90', 'id-100', 'id-80'],
    ])
    const whole = withPage(came, 'newer', page([80, 90], 'x', null))
    expect([times(whole), whole.apart]).toEqual([[50, 60, 70, 80, 90, 100], []])
  })

  test('an exchange that changed after its page was asked for stands as it is now', () => {
    const changed = withPrompt(middle, prompt(40, { userInput: 'edited' }))
    expect([times(changed), changed.fresh]).toEqual([[50, 60, 70], []])
    const older = withPage(changed, 'older', page([30, 40], null, 'x'))
    expect(older.items.map(({ userInput }) => userInput)).toEqual(['', 'edited', '', '', ''])
    expect(older.apart).toEqual([])
  })

  test('an exchange that comes back stands where it was', () => {
    expect(times(withPrompt(withoutPrompt(middle, 'id-60'), prompt(60)))).toEqual([50, 60, 70])
    const ended = logOf(page([50], null, null))
    expect(times(withPrompt(ended, prompt(10)))).toEqual([10, 50])
    expect(times(withPrompt(ended, prompt(99)))).toEqual([50, 99])
    expect(times(withPrompt(logOf(page([], null, null)), prompt(1)))).toEqual([1])
  })

  test('one of the same instant stands by its id, as the server sorts', () => {
    const log = logOf({ ...page([], null, null), items: [prompt(5, { id: 'a' }), prompt(5, { id: 'c' })] })
    expect(withPrompt(log, prompt(5, { id: 'b' })).items.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('a known one is replaced where it stands, and is no news', () => {
    const log = withPrompt(middle, prompt(60, { response: 'done' }))
    expect([log.items[1]?.response, log.fresh]).toEqual(['done', []])
    const later = withPrompt(withPrompt(middle, prompt(90)), prompt(90, { response: 'done' }))
    expect([later.apart.length, later.apart[0]?.response, later.fresh]).toEqual([1, 'done', ['id-90']])
  })

  test('an answer that has ended stays so, whatever comes late', () => {
    const ended = withPrompt(withPrompt(middle, prompt(90, { status: 'pending' })), prompt(90, { response: 'done' }))
    expect(withPrompt(ended, prompt(90, { status: 'pending' })).apart).toEqual([prompt(90, { response: 'done' })])
    for (const status of ['completed', 'failed', 'cancelled'] as const) {
      const log = withPrompt(withPrompt(middle, prompt(70, { status })), prompt(70, { status: 'pending' }))
      expect([log.items.at(-1)?.status, runningIn(log)]).toEqual([status, undefined])
    }
  })

  test('the answer being written is known, also beyond what was read', () => {
    expect(runningIn(middle)).toBeUndefined()
    expect(runningIn(withPrompt(middle, prompt(90, { status: 'pending' })))?.id).toBe('id-90')
    expect(runningIn(withoutPrompt(withPrompt(middle, prompt(90, { status: 'pending' })), 'id-90'))).toBeUndefined()
  })
})

test('another answer to a message that is shown is noticed', () => {
  const log = logOf({ items: [prompt(1), prompt(2)], nextCursor: null, previousCursor: null })
  expect(showsOther(log, prompt(3, { branches: ['id-2', 'id-3'] }))).toBe(true)
  expect(showsOther(log, prompt(2, { branches: ['id-2', 'id-3'] }))).toBe(false)
  expect(showsOther(log, prompt(3, { branches: ['id-3'] }))).toBe(false)
})
