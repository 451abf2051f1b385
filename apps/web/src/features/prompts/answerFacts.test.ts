import type { Prompt } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { answerFacts } from './answerFacts.ts'

const prompt: Prompt = {
  id: '0190c0de-0000-7000-8000-000000000001',
  conversationId: '0190c0de-0000-7000-8000-000000000002',
  author: { id: '0190c0de-0000-7000-8000-000000000003', name: 'Ada', colour: '#3563c9', guest: false },
  act: 'generate',
  userInput: 'Answer mail',
  response: 'You are …',
  edits: [],
  question: null,
  unsorted: [],
  status: 'completed',
  statusReason: null,
  provider: 'openai',
  model: 'gpt-test',
  modelVersion: null,
  insteadOf: null,
  parameters: {},
  responseTimeMs: 2345,
  firstTokenMs: 310,
  tokensIn: 1234,
  tokensCached: null,
  tokensOut: 56,
  costMicroUsd: 1_270_000,
  rating: null,
  feedback: null,
  parentId: null,
  branches: ['id'],
  createdAt: new Date(0),
  editedAt: null,
  reactions: [],
  abilities: [],
}

test('a model says what it took', () => {
  expect(answerFacts(prompt)).toEqual(['gpt-test', '2.3 s', '1,234 tokens in, 56 out', '$1.27'])
})

test('what is not known is not said', () => {
  expect(answerFacts({ ...prompt, responseTimeMs: null, tokensIn: null, costMicroUsd: null })).toEqual([
    'gpt-test',
    '56 tokens out',
  ])
})

test('a cost below a cent still shows a digit', () => {
  expect(answerFacts({ ...prompt, costMicroUsd: 432 }).at(-1)).toBe('$0.0004')
  expect(answerFacts({ ...prompt, costMicroUsd: 0 }).at(-1)).toBe('$0')
})

test('the composer is no model and takes nothing', () => {
  const facts = answerFacts({ ...prompt, provider: 'composer', model: 'composer-1', tokensIn: 0, tokensOut: 0, costMicroUsd: 0 })
  expect(facts).toEqual(['Built-in composer', '2.3 s', 'no tokens, no cost'])
})
