import { describe, expect, test } from 'vitest'
import { compose } from '../../composer/compose.ts'
import { parseBrief } from '../parseBrief.ts'
import { families } from '../schema.ts'
import { droppedWords } from './kept.ts'

const usualOutput =
  /Answer in short paragraphs|Return one entry for each item|Return the finished text alone|Open with the main point/

function composed(text: string): string {
  for (const family of families) expect(droppedWords(text, compose(parseBrief(text), { family }).text)).toEqual([])
  return compose(parseBrief(text)).text
}

describe('the length of a part', () => {
  test.each([
    'Keep the title under 20 words',
    'Limit each bullet to 10 words',
    'Write the headline in at most 8 words',
    'Keep the summary clear, under 50 words',
    'The title should be at most 9 words',
    'Each bullet at most 10 words',
  ])('%s stays whole as a rule', (rule) => {
    const text = `Write blog posts. ${rule}.`
    const brief = parseBrief(text)
    expect(brief.length).toBeNull()
    expect(brief.do.map(({ value }) => value)).toEqual([`${rule}.`])
    expect(composed(text)).toContain(`${rule}.`)
  })

  test.each([
    ['Explain tides in at most 80 words', { unit: 'words', min: null, max: 80 }],
    ['Write blurbs. The output must be under 250 characters', { unit: 'characters', min: null, max: 250 }],
    ['A blurb bot. The output must be under 250 characters', { unit: 'characters', min: null, max: 250 }],
    ['Explain words. Reply in around 5 lines', { unit: 'lines', min: 5, max: 5 }],
    ['Explain words, and reply in around 5 lines', { unit: 'lines', min: 5, max: 5 }],
    ['Write blurbs. The output must not exceed 250 characters', { unit: 'characters', min: null, max: 250 }],
    ['Write blurbs. The response should be no longer than 3 sentences', { unit: 'sentences', min: null, max: 3 }],
  ])('%s is that of the whole answer', (text, length) => {
    expect(parseBrief(text).length?.value).toEqual(length)
    composed(text)
  })
})

describe('the form of the answer', () => {
  test.each([
    [
      'I need an assistant to turn meeting notes into action items as a table with owner and due date',
      'table',
      'as a table with owner and due date',
    ],
    ['An assistant that turns meeting notes into action items in a markdown table', 'table', 'in a markdown table'],
    ['Summarise meetings as JSON with the keys topic and decision.', 'json', 'as JSON with the keys topic and decision'],
    ['Summarise reviews. Write the result in a markdown table.', 'table', 'Write the result in a markdown table.'],
    [
      'Extract the names and amounts and return them as JSON with the fields name and amount',
      'json',
      'return them as JSON with the fields name and amount',
    ],
  ])('%s', (text, kind, note) => {
    const brief = parseBrief(text)
    expect(brief.output?.value).toEqual({ kind, schema: '', template: '', note })
    expect(brief.steps).toEqual([])
    expect(composed(text)).not.toMatch(usualOutput)
  })

  test.each(['Treat the message as a table with prices', 'Explain what people sent as JSON'])(
    'of what is given is not that of the answer: %s',
    (text) => {
      expect(parseBrief(text).output).toBeNull()
      composed(text)
    },
  )
})

describe('labels inside a line', () => {
  const text =
    'Role: librarian. Task: recommend books. Audience: pupils of twelve years. Tone: calm; Language: French. Length: at most 80 words. Format: a table. Tools: search_catalogue. Context: a village library. It is small. Rules: never spoil the end.'

  test('are read like headings', () => {
    const { role, task, audience, tone, language, length, output, tools, context, dont } = parseBrief(text)
    expect(role?.value).toBe('librarian')
    expect(task?.value).toMatchObject({ verb: 'recommend', object: 'books.' })
    expect(audience?.value).toBe('pupils of twelve years')
    expect(tone.map(({ value }) => value)).toEqual(['calm'])
    expect(language?.value).toBe('French')
    expect(length?.value).toEqual({ unit: 'words', min: null, max: 80 })
    expect(output?.value).toMatchObject({ kind: 'table', note: 'a table.' })
    expect(tools.map(({ value }) => value.name)).toEqual(['search_catalogue'])
    expect(context.map(({ value }) => value)).toEqual([
      { text: 'a village library.', kind: 'background' },
      { text: 'It is small.', kind: 'background' },
    ])
    expect(dont.map(({ value }) => value.rule)).toEqual(['never spoil the end.'])
    composed(text)
  })

  test('may stand after other sentences, and before them', () => {
    const brief = parseBrief('Explain tides. Audience: pupils of twelve years. Answer in Dutch.')
    expect(brief.audience?.value).toBe('pupils of twelve years')
    expect(brief.language?.value).toBe('Dutch')
    expect(brief.context).toEqual([])
  })

  test('leave a prohibition after the form of the answer to the rules', () => {
    const brief = parseBrief('Suggest dishes. Format: a list. Never use nuts.')
    expect(brief.output?.value).toMatchObject({ kind: 'list', note: 'a list.' })
    expect(brief.dont.map(({ value }) => value.rule)).toEqual(['Never use nuts.'])
  })

  test('a length that is no measure is kept as a rule', () => {
    expect(composed('Explain tides. Length: as short as possible.')).toContain('Length: as short as possible.')
  })

  test('point to their words', () => {
    const span = parseBrief(text).dont[0]?.span
    expect(span && text.slice(span.start, span.end)).toBe('never spoil the end.')
  })

  test('are read in one pass', () => {
    expect(composed('Tone: calm; Audience: pupils; Rules: never shout. '.repeat(4000))).toContain('You write for pupils')
  })
})

test.each([
  ['I want a bot that classifies support tickets by urgency', 'You are a bot that classifies what it is given.'],
  [
    'I need an assistant to turn meeting notes into action items',
    'You are an assistant whose work is to turn meeting notes into action items.',
  ],
])('a role is told by what it does: %s', (text, role) => {
  expect(composed(text)).toContain(role)
})
