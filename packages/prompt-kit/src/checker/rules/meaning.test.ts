import { describe, expect, test } from 'vitest'
import { findings, found, mended } from './found.ts'

describe('numeric-conflict', () => {
  test.each([
    ['Write at least 200 words. Use at most 100 words.', ['at most 100 words']],
    ['Your answer has a minimum of five sentences.\nNo more than 3 sentences.', ['No more than 3 sentences']],
    ['Write an article of at least 800 words.\nThe title is short, the article under 500 words.', ['under 500 words']],
    ['Use over 1,200 characters and stay under 900 characters.', ['under 900 characters']],
  ])('finds in %j what cannot both be kept', (text, expected) => {
    expect(found('numeric-conflict', text)).toEqual(expected)
    expect(findings('numeric-conflict', text)[0]?.severity).toBe('error')
  })

  test.each([
    'Write at least 100 words. Use at most 200 words.',
    'Write at least 200 words. The title has at most 10 words.',
    'Use at least 5 bullets. Each bullet has at most 2 lines.',
    'Give at least 3 examples. Ask at most 1 question.',
    'If it is long, use at least 200 words. Use at most 100 words.',
    'Use at most 100 words.',
    'Write a title under 10 words and an article of at least 800 words.',
    'The article has at least 800 words, the title at most 10 words.',
  ])('passes over %j', (text) => {
    expect(found('numeric-conflict', text)).toEqual([])
  })
})

describe('always-never', () => {
  test('finds what is demanded and forbidden', () => {
    expect(found('always-never', 'Always cite the sources. Be kind. Never cite sources.')).toEqual(['Never cite sources'])
    expect(found('always-never', 'Always use formal language. Do not ever use formal language.')).toHaveLength(1)
  })

  test.each([
    'Always cite sources. Never invent sources.',
    'Always cite sources. Never cite sources if they are private.',
    'Always answer. Never answer.',
    'Never cite sources.',
  ])('passes over %j', (text) => {
    expect(found('always-never', text)).toEqual([])
  })
})

describe('tension-pair', () => {
  test('finds both in one sentence', () => {
    expect(found('tension-pair', 'Give brief and comprehensive answers. Be kind.')).toEqual([
      'Give brief and comprehensive answers.',
    ])
    expect(found('tension-pair', 'Be strictly literal and creative.')).toHaveLength(1)
  })

  test.each([
    'Be brief. Give comprehensive references.',
    'Be brief, but thorough where safety is concerned.',
    'Prefer brief answers over comprehensive ones.',
    'Ask for the tone (formal/casual).',
    'Use simple language and avoid highly technical words.',
  ])('passes over %j', (text) => {
    expect(found('tension-pair', text)).toEqual([])
  })
})

describe('near-duplicate', () => {
  const rule = 'Name the source of every figure that you give in the answer.'
  test('finds a rule that nearly says the same, and leaves the exact one to its own rule', () => {
    const text = `${rule} Be kind. Name the source of every figure that you give in an answer. ${rule}`
    expect(found('near-duplicate', text)).toEqual(['Name the source of every figure that you give in an answer.'])
    expect(found('duplicate', text)).toHaveLength(1)
  })

  test.each([
    `${rule} Never name the source of every figure that you give in the answer.`,
    'Write step 1 of the plan in one short paragraph. Write step 2 of the plan in one short paragraph.',
    'Be brief and kind. Be brief and friendly.',
    '{% if a %}Answer in German with all of the details that you have.{% else %}Answer in French with all of the details that you have.{% endif %}',
  ])('passes over %j', (text) => {
    expect(found('near-duplicate', text)).toEqual([])
  })

  test('ends soon for thousands that are alike', { timeout: 5000 }, () => {
    const text = Array.from(
      { length: 1000 },
      (_, at) => `Name the source of the figure w${at} that you give in each of the answers.`,
    ).join('\n')
    expect(found('near-duplicate', text).length).toBe(999)
  })
})

describe('forced-tool', () => {
  test.each([
    ['You must always use the search tool.', 'Use the search tool when it helps.'],
    ['Be kind. Always call the `weather` function. Be brief.', 'Be kind. Call the `weather` function when it helps. Be brief.'],
    ['- Always use the search tool', '- Use the search tool when it helps'],
    ['Ask, and always use the search tool.', 'Ask, and use the search tool when it helps.'],
  ])('turns %j into %j', (text, expected) => {
    expect(mended('forced-tool', text).text).toBe(expected)
    expect(found('forced-tool', expected)).toEqual([])
  })

  test.each(['Always use the search tool for questions about prices.', 'You must call this tool first.', 'Use the search tool.'])(
    'passes over %j',
    (text) => {
      expect(found('forced-tool', text)).toEqual([])
    },
  )
})

describe('redundant-cot', () => {
  test('speaks of families that reason by themselves alone', () => {
    expect(found('redundant-cot', "Let's think step by step.", { family: 'claude' })).toEqual(["Let's think step by step"])
    expect(found('redundant-cot', "Let's think step by step.", { family: 'plain' })).toEqual([])
    expect(found('redundant-cot', 'Guide me step by step.', { family: 'gpt' })).toEqual([])
  })
})

describe('broad-negative', () => {
  test('finds bans of everything', () => {
    expect(found('broad-negative', 'Never make mistakes. Do not hallucinate. Never say anything.')).toEqual([
      'Never make mistakes',
      'Do not hallucinate',
      'Never say anything',
    ])
    expect(found('broad-negative', 'Never say anything about prices. Do not write anything else.')).toEqual([])
  })
})
