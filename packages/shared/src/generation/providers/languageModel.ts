import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogle } from '@ai-sdk/google'
import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModel } from 'ai'
import type { ProviderSettings } from './settings.ts'

export type Reached = { settings: ProviderSettings; model: string; fetch: typeof fetch }

/** A model as its provider's protocol reaches it. */
export function languageModel({ settings: { kind, key, baseUrl }, model, fetch }: Reached): LanguageModel {
  // A key is always given: without one these look into the environment for themselves.
  const own = { apiKey: key ?? '', fetch, ...(baseUrl !== null && { baseURL: baseUrl }) }
  if (kind === 'openai') return createOpenAI(own)(model)
  if (kind === 'anthropic') return createAnthropic(own)(model)
  if (kind === 'google') return createGoogle(own)(model)
  return createOpenAICompatible({
    name: 'compatible',
    baseURL: baseUrl ?? '',
    ...(key !== null && { apiKey: key }),
    fetch,
    includeUsage: true,
    supportsStructuredOutputs: true,
  })(model)
}
