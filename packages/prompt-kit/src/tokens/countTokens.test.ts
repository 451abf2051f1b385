import { describe, expect, test } from 'vitest'
import { countTokens } from './countTokens.ts'
import { estimateTokens } from './estimateTokens.ts'

const words = 'Answer questions about repairs, opening hours and orders.'

describe('countTokens', () => {
  test.each([
    ['gpt-5-mini', 10],
    ['gpt-4o-2024-08-06', 10],
    ['o3', 10],
    ['openai/gpt-oss-20b', 10],
    ['gpt-4-turbo', 10],
    ['gpt-3.5-turbo', 10],
  ])('counts exactly for %s', async (model, tokens) => {
    expect(await countTokens(words, { model, family: 'gpt' })).toEqual({ tokens, exact: true })
  })

  test('takes the table that the model has', async () => {
    const text = 'नमस्ते, आप कैसे हैं?'
    const [older, newer] = await Promise.all(['gpt-4', 'gpt-4.1'].map((model) => countTokens(text, { model, family: 'gpt' })))
    expect(older?.tokens).toBeGreaterThan((newer?.tokens ?? Infinity) * 1.5)
  })

  test('says where it is no more than near', async () => {
    expect(await countTokens(words, { family: 'gpt' })).toEqual({ tokens: 10, exact: false })
    expect(await countTokens(words, { model: 'claude-sonnet-4-5', family: 'claude' })).toEqual({ tokens: 12, exact: false })
    expect(await countTokens('', { model: 'gpt-5', family: 'gpt' })).toEqual({ tokens: 0, exact: true })
  })

  test('takes control tokens in a text for words', async () => {
    expect((await countTokens('a <|endoftext|> b', { model: 'gpt-5', family: 'gpt' })).tokens).toBeGreaterThan(4)
  })

  // The time of a test is its bound.
  test.each(['a', ' ', '漢', '-', '👩‍👩‍👧'])('counts 200 kB of %j', async (unit) => {
    const text = unit.repeat(Math.floor(200_000 / unit.length))
    const { tokens, exact } = await countTokens(text, { model: 'gpt-5', family: 'gpt' })
    expect(exact).toBe(false)
    expect(tokens).toBeGreaterThan(1_000)
  })

  test('is what the fast estimate is near to', async () => {
    const text = words.repeat(50)
    const { tokens } = await countTokens(text, { model: 'gpt-5', family: 'gpt' })
    expect(Math.abs(estimateTokens(text) - tokens) / tokens).toBeLessThan(0.2)
  })
})
