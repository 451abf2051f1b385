import type { Provider } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { providerWords } from './providerWords.ts'

const provider: Provider = {
  id: 'a',
  name: 'House',
  kind: 'openai',
  baseUrl: null,
  hasKey: true,
  models: ['large'],
  enabled: true,
  fallback: false,
  fromEnvironment: false,
}

test('a line says where a provider is, whether it has a key, and whether it is asked', () => {
  expect(providerWords(provider)).toBe('OpenAI · key kept, not shown')
  expect(providerWords({ ...provider, baseUrl: 'https://gate.example/v1' })).toBe(
    'OpenAI at https://gate.example/v1 · key kept, not shown',
  )
  const own = { ...provider, kind: 'openai-compatible', baseUrl: 'http://localhost:11434/v1', hasKey: false } as const
  expect(providerWords({ ...own, fallback: true })).toBe('http://localhost:11434/v1 · no key · asked where another fails')
  expect(providerWords({ ...own, enabled: false, fallback: true })).toBe('http://localhost:11434/v1 · no key · off')
})
