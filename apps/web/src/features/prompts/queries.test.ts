import type { Prompt } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { inOrder, withPrompt } from './queries.ts'

const prompt = (id: string, response = ''): Prompt => ({
  id,
  conversationId: 'c',
  author: { id: 'u', name: 'Ada', colour: '#3563c9' },
  userInput: id,
  response,
  status: 'completed',
  statusReason: null,
  provider: 'composer',
  model: 'composer-1',
  responseTimeMs: null,
  firstTokenMs: null,
  tokensIn: null,
  tokensOut: null,
  costMicroUsd: null,
  createdAt: new Date(0),
  abilities: [],
})
const pages = [
  { items: [prompt('3'), prompt('4')], nextCursor: 'older' },
  { items: [prompt('1'), prompt('2')], nextCursor: null },
]
const data = { pages, pageParams: [null, 'older'] }

test('pages read backwards make a log that runs forward', () => {
  expect(inOrder(pages).map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
})

test('a new prompt is the newest, a known one is replaced where it stands', () => {
  expect(inOrder(withPrompt(data, prompt('5'))?.pages ?? []).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5'])
  const changed = inOrder(withPrompt(data, prompt('2', 'done'))?.pages ?? [])
  expect(changed.map(({ id, response }) => id + response)).toEqual(['1', '2done', '3', '4'])
})

test('nothing is invented before the list is there', () => {
  expect(withPrompt(undefined, prompt('1'))).toBeUndefined()
})
