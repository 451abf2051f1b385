import { describe, expect, test } from 'vitest'
import { parseBrief } from './parseBrief.ts'
import { briefSchema } from './schema.ts'
import { realBriefs } from '../realBriefs.ts'

describe('parseBrief', () => {
  test('sorts a one-liner into its slots', () => {
    const brief = parseBrief(
      'A support bot for a bike shop that answers in German, friendly tone, max 100 words, never promise refunds',
    )
    expect(brief.role?.value).toBe('A support bot for a bike shop')
    expect(brief.language?.value).toBe('German')
    expect(brief.tone.map(({ value }) => value)).toEqual(['friendly'])
    expect(brief.length?.value).toEqual({ unit: 'words', min: null, max: 100 })
    expect(brief.dont.map(({ value }) => value.rule)).toEqual(['never promise refunds'])
    expect(brief.context).toEqual([])
  })

  test('turns "I want you to act as" into a role, and what people will send into inputs', () => {
    const brief = parseBrief(
      'I want you to act as a linux shell. I will type commands and you will reply with what the shell should show. Do not explain unless I ask.',
    )
    expect(brief.role?.value).toBe('a linux shell')
    expect(brief.task?.value).toEqual({
      verb: 'reply',
      object: 'with what the shell should show.',
      archetype: expect.any(String),
    })
    expect(brief.inputs.map(({ value }) => value)).toEqual(
      ['The user will type commands'].map((text) => expect.stringMatching(new RegExp(text, 'i'))),
    )
    expect(brief.dont[0]?.value.rule).toBe('Do not explain unless the user asks.')
  })

  test('leaves the first person alone where it cannot name it everywhere', () => {
    const brief = parseBrief('Act as a coach. When I frobnicate, tell me why.')
    expect(
      [...brief.do, ...brief.steps, ...brief.context.map((slot) => ({ value: slot.value.text }))]
        .map(({ value }) => value)
        .join(' '),
    ).toContain('I frobnicate')
  })

  test('keeps what it does not understand word for word, marked unsorted', () => {
    const text = 'Zwei Igel gehen spazieren.'
    expect(parseBrief(`Write a poem. ${text}`).context).toEqual([
      { value: { text, kind: 'unsorted' }, source: 'parsed', span: { start: 14, end: 14 + text.length }, confidence: 0 },
    ])
  })

  test.each([
    ['Rules:\n- never lie\n- cite sources', { dont: 1, do: 1 }],
    ['Steps:\n1. Read\n2. Write', { steps: 2 }],
    ['Variables:\n- {{name}} - the customer\n- ${city}', { inputs: 2 }],
    ['Examples:\nInput: a\nOutput: b\n\nInput: c\nOutput: d', { examples: 2 }],
    ['Tools:\n- search: find pages\n- mail: send', { tools: 2 }],
    ['Success criteria:\n- nobody asks twice', { criteria: 1 }],
  ] as const)('files %j under its heading', (text, counts) => {
    const brief = parseBrief(text)
    expect(Object.fromEntries(Object.keys(counts).map((slot) => [slot, Reflect.get(brief, slot).length]))).toEqual(counts)
  })

  test('keeps a part under a heading it does not know as it is laid out', () => {
    const text = '# Ship log\n\n- one\n  - two\n\n```js\nlet a = 1\n```'
    expect(parseBrief(text).context.map(({ value }) => value)).toEqual([{ text, kind: 'material' }])
  })

  test('reads the alternative to what is forbidden', () => {
    expect(parseBrief('Plan trips. Do not book flights; instead name the airline.').dont[0]?.value).toEqual({
      rule: 'Do not book flights',
      instead: 'name the airline.',
    })
  })

  test.each([
    ['keep it under 100 words', { unit: 'words', min: null, max: 100 }],
    ['at least 3 sentences', { unit: 'sentences', min: 3, max: null }],
    ['80-120 words', { unit: 'words', min: 80, max: 120 }],
    ['in 5 bullets', { unit: 'bullets', min: 5, max: 5 }],
    ['answer in at most 2 paragraphs', { unit: 'paragraphs', min: null, max: 2 }],
    ['max 1,500 characters', { unit: 'characters', min: null, max: 1500 }],
  ])('reads %j as a length', (text, length) => {
    expect(parseBrief(text).length?.value).toEqual(length)
  })

  test('takes a list of categories for no list of tones', () => {
    const brief = parseBrief('Classify mails as billing, technical, or formal.')
    expect(brief.tone).toEqual([])
    expect(brief.task?.value.object).toBe('mails as billing, technical, or formal.')
  })

  test('gives briefs that can be stored and read again', () => {
    for (const text of realBriefs) {
      const brief = parseBrief(text)
      expect(briefSchema.parse(JSON.parse(JSON.stringify(brief)))).toEqual(brief)
    }
  })
})
