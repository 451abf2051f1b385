import { describe, expect, test } from 'vitest'
import { compose } from '../composer/compose.ts'
import { briefFromForm } from './briefFromForm.ts'
import { briefFormSchema } from './formSchema.ts'
import { mergeBriefs } from './mergeBriefs.ts'
import { parseBrief } from './parseBrief.ts'

const base = parseBrief(
  'You are a tour guide for Porto. Answer questions about churches. Answer in English. Keep it under 200 words. Never recommend restaurants.',
)

describe('mergeBriefs', () => {
  test('a later scalar replaces the earlier one and nothing else', () => {
    const merged = mergeBriefs(mergeBriefs(base, parseBrief('answer in German')), parseBrief('keep it under 100 words'))
    expect(merged).toEqual({
      ...base,
      language: expect.objectContaining({ value: 'German' }),
      length: expect.objectContaining({ value: { unit: 'words', min: null, max: 100 } }),
    })
  })

  test('lists are appended without what is there already', () => {
    const merged = mergeBriefs(base, parseBrief('Never recommend restaurants. Never mention prices.'))
    expect(merged.dont.map(({ value }) => value.rule)).toEqual(['Never recommend restaurants.', 'Never mention prices.'])
  })

  test('an order in a follow-up is a step and not a new task', () => {
    const merged = mergeBriefs(base, parseBrief('Mention the opening hours.'))
    expect(merged.task).toEqual(base.task)
    expect(merged.steps.map(({ value }) => value)).toEqual(['mention the opening hours.'])
    expect(compose(merged).text).toContain('Mention the opening hours.')
  })

  test('a task that is called the task replaces the earlier one', () => {
    expect(mergeBriefs(base, parseBrief('Your task is to sell tickets.')).task?.value).toMatchObject({
      verb: 'sell',
      object: 'tickets.',
    })
  })

  test.each([
    ['Answer in Dutch instead.', { language: 'Dutch' }],
    ['Instead, answer in Dutch', { language: 'Dutch' }],
    ['Answer in Dutch instead of English.', { language: 'Answer in Dutch instead of English.' }],
    ['Answer in at most 50 words instead.', { length: { unit: 'words', min: null, max: 50 } }],
    ['Answer as JSON instead.', { output: { kind: 'json', schema: '', template: '', note: 'Answer as JSON.' } }],
  ] as const)('%s takes the place of what was said before', (text, slots) => {
    const before = mergeBriefs(base, parseBrief('Answer as a table.'))
    const values = Object.entries(slots).map(([slot, value]) => [slot, expect.objectContaining({ value })])
    expect(mergeBriefs(before, parseBrief(text))).toEqual({ ...before, ...Object.fromEntries(values) })
  })

  test('a later tone replaces the earlier one', () => {
    const formal = mergeBriefs(base, parseBrief('Use a formal tone.'))
    expect(mergeBriefs(formal, parseBrief('Use a friendly tone instead.')).tone.map(({ value }) => value)).toEqual(['friendly'])
  })

  test('a change of language and a rule never touch the role', () => {
    const merged = mergeBriefs(base, parseBrief('Answer in Dutch instead. Never mention competitors.'))
    expect(merged).toEqual({
      ...base,
      language: expect.objectContaining({ value: 'Dutch' }),
      dont: [...base.dont, expect.objectContaining({ value: { rule: 'Never mention competitors.', instead: '' } })],
    })
  })

  test.each([
    'make it shorter',
    'shorten the prompt',
    'make the prompt a bit friendlier',
    'undo',
    'undo the last change',
    'rewrite it',
  ])('what speaks of the prompt itself is no order to the assistant: %s', (text) => {
    const merged = mergeBriefs(base, parseBrief(text))
    expect(merged).toEqual({ ...base, context: [expect.objectContaining({ value: { text, kind: 'unsorted' } })] })
  })

  test('the same words in a first brief are work on a text', () => {
    expect(parseBrief('Read my mail. Make it shorter.').steps.map(({ value }) => value)).toEqual(['Make it shorter.'])
  })

  test.each(['shorter please', 'more humour', 'ok?', 'a better editor'])('keeps the words of %j', (text) => {
    expect(compose(mergeBriefs(base, parseBrief(text))).text.toLowerCase()).toContain(text)
  })
})

describe('briefFromForm', () => {
  test('leaves blank fields and lines out', () => {
    expect(briefFromForm({ role: '  ', steps: ['', ' a '], tone: [], length: { unit: 'words' }, dont: [{ rule: ' ' }] })).toEqual(
      {
        ...briefFromForm({}),
        steps: [{ value: 'a', source: 'user', confidence: 1 }],
      },
    )
  })

  test('reads the task’s verb and takes the chosen kind of work', () => {
    expect(briefFromForm({ task: 'Answer questions', archetype: 'tutor' }).task?.value).toEqual({
      verb: 'answer',
      object: 'questions',
      archetype: 'tutor',
    })
  })

  test.each([
    ['Promise a refund', 'Never promise a refund'],
    ['Guessing', 'Avoid guessing'],
    ['URLs in the answer', 'Never URLs in the answer'],
    ["Don't promise a refund", "Don't promise a refund"],
    ['It must not guess', 'It must not guess'],
    ['Niemals raten', 'Niemals raten'],
    ['Не обещай скидку', 'Не обещай скидку'],
  ])('what is not wanted, %j, is a prohibition', (rule, prohibition) => {
    expect(briefFromForm({ dont: [{ rule, instead: 'ask' }] }).dont[0]?.value).toEqual({ rule: prohibition, instead: 'ask' })
  })

  test('a length whose least is above its most is refused', () => {
    expect(briefFormSchema.safeParse({ length: { unit: 'words', min: 5, max: 4 } }).success).toBe(false)
    expect(briefFormSchema.safeParse({ length: { unit: 'words', max: 4 } }).success).toBe(true)
    expect(briefFormSchema.safeParse({ role: 'x'.repeat(2001) }).success).toBe(false)
  })
})
