import { limits, type ProviderKind } from '@prologue/contracts'
import type { ModelsConfig } from '@prologue/shared'
import { z } from 'zod'

const listSchema = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== ''))
  .refine(
    (names) => names.length > 0 && names.length <= limits.modelsOfProvider && names.every((name) => name.length <= limits.model),
    {
      error: 'must be names of models with commas between them',
    },
  )

const serverUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be the address of a model server such as http://localhost:11434/v1' })
  .refine(isPlain, { error: 'must be without a name, a password, a ? or a #; a key is MODEL_SERVER_KEY' })

/** Every request adds its path to the address, and logs may have it. */
function isPlain(text: string): boolean {
  const url = URL.parse(text)
  // What is no address has been told already.
  return !url || !(url.username || url.password || url.search || url.hash)
}

const budget = 'must be US dollars such as 10 or 2.50, or none'
const budgetSchema = z
  .union([z.literal('none').transform(() => null), z.coerce.number(budget).min(0, budget).max(1_000_000, budget)], budget)
  .transform((dollars) => (dollars === null ? null : Math.round(dollars * 1_000_000)))

/** What can be set about models. */
export const modelVariables = {
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_MODELS: listSchema.optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_MODELS: listSchema.optional(),
  GOOGLE_API_KEY: z.string().optional(),
  GOOGLE_MODELS: listSchema.optional(),
  MODEL_SERVER_URL: serverUrlSchema.optional(),
  MODEL_SERVER_KEY: z.string().optional(),
  MODEL_SERVER_MODELS: listSchema.optional(),
  MODEL_PRIVATE_NETWORKS: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  MODEL_DAILY_BUDGET_USD: budgetSchema.optional(),
}

type Variables = z.infer<z.ZodObject<typeof modelVariables>>

/** Offered where nothing else is said. November 2026. */
const usualModels = {
  openai: ['gpt-5.4', 'gpt-5.4-mini'],
  anthropic: ['claude-sonnet-5', 'claude-haiku-4-5'],
  google: ['gemini-3.8-flash', 'gemini-3.5-flash-lite'],
} as const satisfies Partial<Record<ProviderKind, readonly string[]>>

/** @throws Error where what is set does not go together */
export function readModels(set: Variables): Omit<ModelsConfig, 'patience'> {
  if (set.MODEL_SERVER_URL !== undefined && set.MODEL_SERVER_MODELS === undefined) {
    throw new Error('The configuration is wrong. MODEL_SERVER_MODELS: must be set with MODEL_SERVER_URL, to the models it has')
  }
  const hosted = [
    provider('openai', 'OpenAI', set.OPENAI_API_KEY, set.OPENAI_MODELS ?? usualModels.openai),
    provider('anthropic', 'Anthropic', set.ANTHROPIC_API_KEY, set.ANTHROPIC_MODELS ?? usualModels.anthropic),
    provider('google', 'Google', set.GOOGLE_API_KEY, set.GOOGLE_MODELS ?? usualModels.google),
  ].filter(({ key }) => key !== null)
  const own = {
    ...provider('openai-compatible', 'Model server', set.MODEL_SERVER_KEY, set.MODEL_SERVER_MODELS ?? []),
    id: 'env:server',
    baseUrl: set.MODEL_SERVER_URL ?? null,
  }
  return {
    environment: own.baseUrl === null ? hosted : [...hosted, own],
    privateNetworks: set.MODEL_PRIVATE_NETWORKS === 'yes',
    dailyBudget: set.MODEL_DAILY_BUDGET_USD,
  }
}

function provider(kind: ProviderKind, name: string, key: string | undefined, models: readonly string[]) {
  const said = { id: `env:${kind}`, kind, name, key: key ?? null, models: [...models] }
  return { ...said, baseUrl: null, enabled: true, fallback: false, fromEnvironment: true }
}
