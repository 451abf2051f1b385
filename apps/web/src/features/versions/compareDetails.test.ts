import { variablesSchema } from '@prologue/prompt-kit'
import { expect, test } from 'vitest'
import { compareSettings, compareVariables } from './compareDetails.ts'

const variables = (...list: object[]) => variablesSchema.parse(list)

test('variables that came, went and changed, each with what differs', () => {
  const before = variables(
    { name: 'tone', type: 'enum', options: ['warm', 'plain'], default: 'warm' },
    { name: 'product', type: 'text' },
    { name: 'limit', type: 'integer', required: false },
  )
  const after = variables(
    { name: 'product', type: 'text' },
    { name: 'tone', type: 'enum', options: ['warm', 'plain'], default: 'plain', sensitive: true },
    { name: 'note', type: 'longtext', source: 'end-user' },
  )
  const changes = compareVariables(before, after)
  expect(changes.map(({ name, kind }) => [name, kind])).toEqual([
    ['tone', 'changed'],
    ['note', 'added'],
    ['limit', 'removed'],
  ])
  expect(changes[0]?.details).toEqual([
    { what: 'default', before: '“warm”', after: '“plain”' },
    { what: 'sensitive', before: 'no', after: 'yes' },
  ])
  expect(changes[1]?.details).toEqual([
    { what: 'type', before: undefined, after: 'longtext' },
    { what: 'comes from', before: undefined, after: 'people outside' },
  ])
  expect(changes[2]?.details).toEqual([
    { what: 'type', before: 'integer', after: undefined },
    { what: 'required', before: 'no', after: undefined },
  ])
})

test('the same variables in another order do not differ', () => {
  const [one, other] = [
    { name: 'one', type: 'text' },
    { name: 'other', type: 'list', default: ['a', 'b'] },
  ]
  expect(compareVariables(variables(one, other), variables(other, one))).toEqual([])
})

test('settings', () => {
  expect(compareSettings({ model: 'small', temperature: 0.5 }, { model: 'large', maxTokens: 4000 })).toEqual([
    { what: 'Model', before: 'small', after: 'large' },
    { what: 'Temperature', before: '0.5', after: undefined },
    { what: 'Most tokens', before: undefined, after: '4,000' },
  ])
  expect(compareSettings({}, {})).toEqual([])
})
