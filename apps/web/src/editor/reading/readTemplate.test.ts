import { applyEdits, variableSchema } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { readTemplate, renameUses } from './readTemplate.ts'

const text = 'You write about {{ topic }} for {{ company }}.{% if formal %} Be formal with {{ topic }}.{% endif %}'
const options = { family: 'plain', off: [], place: 'draft', contextSize: null } as const

test('what the text uses and nobody declared is offered once, with the type that its use tells', async () => {
  const topic = variableSchema.parse({ name: 'topic', type: 'longtext' })
  const { undeclared, uses } = await readTemplate({ text, variables: [topic], ...options })
  expect(undeclared.map(({ name, type }) => [name, type])).toEqual([
    ['company', 'text'],
    ['formal', 'boolean'],
  ])
  expect(uses && Object.fromEntries(uses)).toEqual({ topic: 2, company: 1, formal: 1 })
})

test('a text that cannot be read has findings, offers nothing and uses nobody knows what', async () => {
  const { undeclared, findings, uses } = await readTemplate({ text: 'Write about {{ topic', variables: [], ...options })
  expect(undeclared).toEqual([])
  expect(uses).toBeNull()
  expect(findings.map(({ rule }) => rule)).toContain('tpl-syntax')
})

test('another name stands wherever the variable was used, and nowhere else', () => {
  expect(applyEdits(text, renameUses(text, 'topic', 'subject'))).toBe(
    'You write about {{ subject }} for {{ company }}.{% if formal %} Be formal with {{ subject }}.{% endif %}',
  )
  expect(renameUses('The topic is {{ topic', 'topic', 'subject')).toEqual([])
})

test('a key that slipped into the text is found, too', async () => {
  const { findings } = await readTemplate({
    text: ['Use sk_live', '4eC39HqLyjWDarjtT1zdp7dc here.'].join('_'),
    variables: [],
    ...options,
  })
  expect(findings.map(({ rule }) => rule)).toContain('secret')
})

test('rules that are switched off find nothing', async () => {
  const input = { text: 'Go on, etc.', variables: [], ...options }
  expect((await readTemplate(input)).findings.map(({ rule }) => rule)).toEqual(['vague-term'])
  expect((await readTemplate({ ...input, off: ['vague-term'] })).findings).toEqual([])
})
