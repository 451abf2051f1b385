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

  test('a length whose least is above its most is refused', () => {
    expect(briefFormSchema.safeParse({ length: { unit: 'words', min: 5, max: 4 } }).success).toBe(false)
    expect(briefFormSchema.safeParse({ length: { unit: 'words', max: 4 } }).success).toBe(true)
    expect(briefFormSchema.safeParse({ role: 'x'.repeat(2001) }).success).toBe(false)
  })
})
