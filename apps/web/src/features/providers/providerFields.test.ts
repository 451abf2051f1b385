import { saveProviderSchema, type Provider } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { programs } from './kinds.ts'
import { fieldsOf, inputOf, newFields, withKind, withProgram } from './providerFields.ts'

const [ollama = { name: '', baseUrl: '' }, vllm = ollama] = programs
const kept: Provider = {
  id: '0197a4e0-0000-7000-8000-000000000001',
  name: 'House',
  kind: 'openai-compatible',
  baseUrl: 'https://models.example/v1',
  hasKey: true,
  models: ['large', 'small'],
  enabled: false,
  fallback: true,
  fromEnvironment: false,
}

test('a kind brings its usual name along, and takes away what the one before brought', () => {
  const own = withProgram(withKind(newFields, 'openai-compatible'), ollama)
  expect(own).toMatchObject({ name: 'Ollama', baseUrl: 'http://localhost:11434/v1' })
  expect(withProgram(own, vllm)).toMatchObject({ name: 'vLLM', baseUrl: 'http://localhost:8000/v1' })
  expect(withKind(own, 'anthropic')).toMatchObject({ name: 'Anthropic', baseUrl: '' })
})

test('what was typed stays, whatever is chosen', () => {
  const typed = { ...newFields, name: 'House', baseUrl: 'https://models.example/v1' }
  expect(withKind(typed, 'google')).toMatchObject({ name: 'House', baseUrl: 'https://models.example/v1' })
  expect(withProgram(typed, ollama).name).toBe('House')
})

test('what is sent is what is kept, but for the key, which nobody sees', () => {
  const { hasKey: _, fromEnvironment: __, ...rest } = kept
  expect(inputOf(fieldsOf(kept), kept.id)).toEqual(rest)
})

test('a key is sent where one was typed, and an empty one where it is to go', () => {
  const fields = fieldsOf(kept)
  expect(inputOf({ ...fields, keyWay: 'set', key: ' secret ' }, kept.id).key).toBe('secret')
  expect(inputOf({ ...fields, keyWay: 'remove', key: 'secret' }, kept.id).key).toBe('')
  expect(inputOf({ ...fields, keyWay: 'set' }, kept.id)).not.toHaveProperty('key')
})

test('the server of one’s own needs an address, a model has one line, and none counts twice', () => {
  const models = inputOf({ ...newFields, models: ' one \n\ntwo\none' }, undefined)
  expect(models.models).toEqual(['one', 'two'])
  expect(saveProviderSchema.safeParse(models).success).toBe(true)
  expect(saveProviderSchema.safeParse({ ...models, kind: 'openai-compatible' }).error?.issues[0]?.path).toEqual(['baseUrl'])
  expect(saveProviderSchema.safeParse(inputOf(newFields, undefined)).error?.issues[0]?.message).toBe('Enter at least one model.')
})
