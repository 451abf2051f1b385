import { variableSchema } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { judgeVariables } from './judgeVariables.ts'
import { fieldsOf, recordOf } from './variableFields.ts'

const declared = [
  { name: 'topic', type: 'text', label: 'What about', default: 'bees', min: 2, max: 80, pattern: '[a-z]+', example: 'moss' },
  { name: 'notes', type: 'longtext', required: false, source: 'end-user', sensitive: true },
  { name: 'share', type: 'number', min: 0, max: 1, default: 0.5 },
  { name: 'count', type: 'integer', default: 3, example: 5 },
  { name: 'tone', type: 'enum', options: ['calm', 'lively'], default: 'calm' },
  { name: 'formal', type: 'boolean', default: false },
  { name: 'due', type: 'date', default: '2026-11-22' },
  { name: 'rules', type: 'list', default: ['Be brief.', 'Be kind.'], max: 5 },
].map((each) => variableSchema.parse(each))

test('each kind of declaration comes back from its fields as it was', () => {
  for (const variable of declared) expect(variableSchema.parse(recordOf(fieldsOf(variable)))).toEqual(variable)
})

test('what has no meaning for a type is kept in its field and left out of the declaration', () => {
  const fields = fieldsOf({ name: 'tone', type: 'enum', options: ['calm', 'lively'] })
  expect(recordOf({ ...fields, type: 'text' })).not.toHaveProperty('options')
  expect(recordOf({ ...fields, type: 'enum' })).toMatchObject({ options: ['calm', 'lively'] })
})

test('a number that is none stays as it was typed, and is found fault with', () => {
  const record = recordOf({ ...fieldsOf({ name: 'count', type: 'integer' }), default: 'many', min: '1,5' })
  expect(record).toMatchObject({ default: 'many', min: 1.5 })
  expect(judgeVariables([record]).faults.get(0)).toEqual({ default: 'Use a whole number.' })
})

test('what is not complete is known by name, and found fault with at its place', () => {
  const { complete, known, faults } = judgeVariables([
    { name: 'topic', type: 'text' },
    { name: 'tone', type: 'enum' },
    { name: 'topic', type: 'list' },
    { name: 'Not a name', type: 'text' },
  ])
  expect(complete.map(({ name }) => name)).toEqual(['topic'])
  expect(known.map(({ name, type }) => [name, type])).toEqual([
    ['topic', 'text'],
    ['tone', 'text'],
  ])
  expect(Object.fromEntries(faults)).toEqual({
    1: { options: expect.stringContaining('options') },
    2: { name: 'This name is taken.' },
    3: { name: expect.stringContaining('small letters') },
  })
})
