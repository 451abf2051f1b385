import { expect, test } from 'vitest'
import { answerDetails, answerFacts, insteadWords, totalsWords } from './answerFacts.ts'
import { buildPrompt } from './testing/buildPrompt.ts'

const prompt = buildPrompt()

test('a model says what it took', () => {
  expect(answerFacts(prompt)).toEqual(['gpt-test', '2.3 s', '1,234 tokens in, 56 out', '$1.27'])
})

test('what is not known is not said, but for the cost, which is said to be unknown', () => {
  expect(answerFacts({ ...prompt, responseTimeMs: null, tokensIn: null, costMicroUsd: null })).toEqual([
    'gpt-test',
    '56 tokens out',
    'cost unknown',
  ])
})

test('a cost below a cent still shows a digit', () => {
  expect(answerFacts({ ...prompt, costMicroUsd: 432 }).at(-1)).toBe('$0.00043')
  expect(answerFacts({ ...prompt, costMicroUsd: 0 }).at(-1)).toBe('$0')
})

test('the composer is no model and takes nothing', () => {
  const composed = { ...prompt, provider: 'composer', model: 'composer-1', tokensIn: 0, tokensOut: 0, costMicroUsd: 0 }
  expect(answerFacts(composed)).toEqual(['Built-in composer', '2.3 s', 'no tokens, no cost'])
  expect(answerDetails(composed)).toEqual([])
})

test('the details tell the version, both times, what came from the cache, and with what it was asked', () => {
  const details = answerDetails({
    ...prompt,
    modelVersion: 'gpt-test-2026-05',
    tokensCached: 1000,
    insteadOf: 'Anthropic',
    parameters: { temperature: 0, maxTokens: 2000 },
  })
  expect(details.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Provider: openai',
    'In place of: Anthropic',
    'Model: gpt-test',
    'Version: gpt-test-2026-05',
    'First word after: 310 ms',
    'All after: 2.3 s',
    'Tokens in: 1,234, of them 1,000 from the cache',
    'Tokens out: 56',
    'Cost: $1.27',
    'Temperature: 0',
    'Tokens at most: 2,000',
  ])
})

test('who answered in place of another is said', () => {
  expect(insteadWords(prompt)).toBeNull()
  expect(insteadWords({ ...prompt, insteadOf: 'Anthropic' })).toBe('Answered by gpt-test (openai) instead of Anthropic')
})

test('a conversation that asked no model has nothing to sum up', () => {
  expect(totalsWords({ tokensIn: 0, tokensOut: 0, costMicroUsd: 0, costUnknown: 0 })).toBeNull()
  expect(totalsWords({ tokensIn: 1200, tokensOut: 80, costMicroUsd: 4_000, costUnknown: 0 })).toBe(
    'This conversation so far: 1,200 tokens in, 80 out, $0.004',
  )
})

const words = (costMicroUsd: number, costUnknown: number) =>
  totalsWords({ tokensIn: 1200, tokensOut: 80, costMicroUsd, costUnknown })

test('what nobody knows the price of is never said to cost nothing', () => {
  expect(words(0, 2)).toBe('This conversation so far: 1,200 tokens in, 80 out, cost unknown')
  expect(words(4_000, 1)).toBe('This conversation so far: 1,200 tokens in, 80 out, at least $0.004')
  expect(words(0, 0)).toBe('This conversation so far: 1,200 tokens in, 80 out, $0')
})
