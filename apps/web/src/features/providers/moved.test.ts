import type { Provider } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { moved } from './moved.ts'

const provider = (id: string): Provider => ({
  id,
  name: id,
  kind: 'openai',
  baseUrl: null,
  hasKey: true,
  models: ['large'],
  enabled: true,
  fallback: true,
  fromEnvironment: id.startsWith('env:'),
})
const list = ['env:openai', 'a', 'b', 'c'].map(provider)
const ids = (providers: readonly Provider[]) => providers.map(({ id }) => id)

test('one goes a place up or down', () => {
  expect(ids(moved(list, 'b', -1))).toEqual(['env:openai', 'b', 'a', 'c'])
  expect(ids(moved(list, 'b', 1))).toEqual(['env:openai', 'a', 'c', 'b'])
})

test('nothing goes over an end, nor before what the environment has set', () => {
  expect(ids(moved(list, 'a', -1))).toEqual(ids(list))
  expect(ids(moved(list, 'c', 1))).toEqual(ids(list))
  expect(ids(moved(list, 'gone', 1))).toEqual(ids(list))
})
