import { describe, expect, test } from 'vitest'
import { findings, found, mended } from './found.ts'

const long = (rest: string) =>
  `You are a clerk who reads letters of customers and sorts them for the people at work. ${rest} `.repeat(3)

describe('no-output-format', () => {
  test('notes that the form of the answer is open, and warns where it is read by programs', () => {
    const open =
      'You are a travel guide who knows the towns and rivers and tells people of what can be seen there on a rainy day, and why.'
    expect(findings('no-output-format', open).map(({ severity }) => severity)).toEqual(['info'])
    const reader =
      'Classify the tickets of customers by what they are about, and think of how urgent each of them is for the people who wait for it all day.'
    expect(findings('no-output-format', reader).map(({ severity }) => severity)).toEqual(['warning'])
  })

  test.each([long('Answer in JSON.'), long('Reply with one word.'), 'Be kind.', '```\nA fence shows it.\n```'])(
    'passes over %j',
    (text) => {
      expect(found('no-output-format', text)).toEqual([])
    },
  )
})

describe('format-incomplete', () => {
  test.each([
    ['Read it. Return valid JSON.', 'Return valid JSON', 'fields of the JSON'],
    ['Give the answer as a table.', 'as a table', 'columns of the table'],
    ['Write in CSV.', 'in CSV', 'columns of the CSV'],
  ])('asks in %j for names', (text, expected, names) => {
    expect(found('format-incomplete', text)).toEqual([expected])
    expect(findings('format-incomplete', text)[0]?.message).toContain(names)
  })

  test.each([
    'Return JSON with the fields name and price.',
    'Return JSON:\n\n{ "name": "…" }',
    'Return JSON.\n```json\n{}\n```',
    'Make a table with owner, task and date.',
    'Compare both as a table.',
    'Lay the table for two.',
  ])('passes over %j', (text) => {
    expect(found('format-incomplete', text)).toEqual([])
  })
})

describe('no-fallback', () => {
  test('notes that nothing is said of missing things, once there are many words', () => {
    expect(found('no-fallback', long('Be brief.'))).toHaveLength(1)
    expect(found('no-fallback', long('If the name is missing, ask for it.'))).toEqual([])
    expect(found('no-fallback', long('Say that you do not know where you do not.'))).toEqual([])
    expect(found('no-fallback', 'Be brief.')).toEqual([])
  })
})

describe('wall-of-text', () => {
  test('counts the words of one paragraph', () => {
    expect(found('wall-of-text', 'word '.repeat(181))).toHaveLength(1)
    expect(found('wall-of-text', 'word '.repeat(180))).toEqual([])
    expect(found('wall-of-text', `${'word '.repeat(100)}\n\n${'word '.repeat(100)}`)).toEqual([])
  })
})

const examples = (...lines: string[]) => `# Examples\n${lines.join('\n')}\n`
const pair = (input: string, output: string) => `Input: ${input}\nOutput: ${output}`

describe('example-format and example-skew', () => {
  test('finds the example without an output, and the one in another form', () => {
    expect(found('example-format', examples(pair('a', 'x'), pair('b', 'y'), 'Input: c'))).toEqual(['Input:'])
    expect(found('example-format', examples(pair('a', '{"x": 1}'), pair('b', 'plain words')))).toEqual(['Input:'])
    expect(found('example-format', examples(pair('a', '{"x": 1}'), pair('b', '{"x": 2}')))).toEqual([])
    expect(found('example-format', 'Input: what the user gives.')).toEqual([])
  })

  test('finds examples that all end the same', () => {
    const same = ['a', 'b', 'c'].map((input) => pair(input, 'positive'))
    expect(found('example-skew', examples(...same))).toEqual(['Input:'])
    expect(found('example-skew', examples(...same.slice(1), pair('d', 'negative')))).toEqual([])
    expect(found('example-skew', `<examples>\n${same.join('\n')}\n</examples>`)).toHaveLength(1)
  })
})

describe('verdict-first', () => {
  test.each([
    ['{\n  "verdict": "…",\n  "reason": "…"\n}', '{\n  "reason": "…",\n  "verdict": "…"\n}'],
    ['- Score: 1 to 5\n- Reasoning: one sentence', '- Reasoning: one sentence\n- Score: 1 to 5'],
    ['1. Label: spam or ham\n2. Explanation: why', '1. Explanation: why\n2. Label: spam or ham'],
  ])('swaps %j', (text, expected) => {
    expect(mended('verdict-first', text).text).toBe(expected)
    expect(found('verdict-first', expected)).toEqual([])
  })

  test('points at one within a line, and leaves it to people', () => {
    const text = 'Answer {"score": 3, "reason": "…"}.'
    expect(found('verdict-first', text)).toEqual(['{"score": 3, "reason": "…"}'])
    expect(mended('verdict-first', text).text).toBe(text)
    expect(found('verdict-first', 'save({"score": total, "reason": words})')).toEqual([])
  })
})

describe('xml-ref-missing', () => {
  test('finds a block that is spoken of and not there', () => {
    expect(found('xml-ref-missing', 'Answer from the text in the <document> tags.')).toEqual(['in the <document> tags'])
    expect(found('xml-ref-missing', 'Follow the rules in <rules>.\n<rules>\nBe kind.\n</rules>')).toEqual([])
    expect(found('xml-ref-missing', 'Write your thoughts in <thinking> tags.')).toEqual([])
  })
})

describe('style-mismatch', () => {
  const headed = '# A\na\n# B\nb\n# C\nc\n# D\nd'
  const tagged = ['a', 'b', 'c', 'd'].map((name) => `<${name}>\nx\n</${name}>`).join('\n')
  test.each([
    ['claude', headed, 1],
    ['claude', tagged, 0],
    ['gpt', tagged, 1],
    ['gpt', headed, 0],
    ['gemini', `${headed}\n${tagged}`, 1],
    ['gemini', headed, 0],
  ] as const)('tells %s of its style', (family, text, count) => {
    expect(found('style-mismatch', text, { family })).toHaveLength(count)
  })
})
