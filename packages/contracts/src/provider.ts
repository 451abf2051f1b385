import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'

/** Which protocol a provider speaks. `openai-compatible` is any server that answers as OpenAI's chat completions do. */
export const providerKinds = ['openai', 'anthropic', 'google', 'openai-compatible'] as const
export const providerKindSchema = z.enum(providerKinds)
export type ProviderKind = z.infer<typeof providerKindSchema>

/** What an exchange says of itself where no model wrote it. */
export const composerName = 'composer'

const modelNameSchema = z.string().trim().min(1, 'Enter the name of a model.').max(limits.model)

/** Which model is asked. Absent where it is offered as a choice: the composer. */
export const modelChoiceSchema = z.object({ providerId: z.string().min(1).max(100), model: modelNameSchema })
export type ModelChoice = z.infer<typeof modelChoiceSchema>

/** Micro-USD for a million tokens; null where it is not known. What is read from a cache counts as `cachedInput` alone. */
export const priceSchema = z.object({
  input: z.int().min(0).nullable(),
  cachedInput: z.int().min(0).nullable(),
  output: z.int().min(0).nullable(),
})
export type Price = z.infer<typeof priceSchema>

/** A model people can choose. */
export const modelSchema = modelChoiceSchema.extend({
  provider: z.string(),
  kind: providerKindSchema,
  /** Which style of prompt suits it, as the composer names it. */
  family: z.string(),
  /** It runs on a server of one's own and costs nothing. */
  local: z.boolean(),
  price: priceSchema,
  /** How many tokens it reads at most; null where it is not known. */
  contextTokens: z.int().min(1).nullable(),
})
export type Model = z.infer<typeof modelSchema>

/** The models people can choose, the one asked first in front, with what they may still spend today. */
export const modelListSchema = z.object({
  items: z.array(modelSchema),
  /** What counts against the caller's budget, in micro-USD, since midnight UTC: with what was stopped or is being written, so about. */
  spentToday: z.int().min(0),
  /** Null: as much as they like, or a guest, who has none of their own. */
  dailyBudget: z.int().min(0).nullable(),
})
export type ModelList = z.infer<typeof modelListSchema>

/** A provider as administrators see it. Its key is never shown again. */
export const providerSchema = z.object({
  /** Of those set in the environment it begins with `env:`; they are changed there. */
  id: z.string(),
  name: z.string(),
  kind: providerKindSchema,
  baseUrl: z.string().nullable(),
  hasKey: z.boolean(),
  /** The first is the one that is asked where another provider failed. */
  models: z.array(z.string()),
  enabled: z.boolean(),
  /** It is asked where a provider before it in the order failed. */
  fallback: z.boolean(),
  fromEnvironment: z.boolean(),
})
export type Provider = z.infer<typeof providerSchema>

const baseUrlSchema = z
  .url({ protocol: /^https?$/, error: 'Enter an address such as https://models.example/v1.' })
  .max(500)
  .refine((text) => {
    const url = URL.parse(text)
    // What is no address has been told already.
    return !url || !(url.username || url.password || url.search || url.hash)
  }, 'Enter the address without a name, a password, a ? or a #.')

/** A new provider without `id`. A key that is left out stays as it is; an empty one is taken away. */
export const saveProviderSchema = z
  .object({
    id: idSchema.optional(),
    name: z.string().trim().min(1, 'Enter a name.').max(limits.provider),
    kind: providerKindSchema,
    baseUrl: baseUrlSchema.nullable(),
    key: z.string().trim().max(500).optional(),
    models: z.array(modelNameSchema).min(1, 'Enter at least one model.').max(limits.modelsOfProvider),
    enabled: z.boolean(),
    fallback: z.boolean(),
  })
  .refine(({ kind, baseUrl }) => kind !== 'openai-compatible' || baseUrl !== null, {
    path: ['baseUrl'],
    error: 'Enter the address of the server.',
  })
export type SaveProvider = z.infer<typeof saveProviderSchema>

export const orderProvidersSchema = z.object({ ids: z.array(idSchema).max(limits.providers) })

export const testProviderSchema = z.object({ id: z.string().min(1).max(100), model: modelNameSchema })
/** What came of asking a model for one word; `said` is why it failed, or what it answered. */
export const providerTestSchema = z.object({
  ok: z.boolean(),
  said: z.string(),
  ms: z.int().min(0),
  modelVersion: z.string().nullable(),
})
export type ProviderTest = z.infer<typeof providerTestSchema>

/** What a model costs and reads, set here in place of what the program knows. */
export const modelPriceSchema = priceSchema.extend({
  id: idSchema,
  /** The name of a provider; null: of whichever offers the model. */
  provider: z.string().nullable(),
  model: z.string(),
  contextTokens: z.int().min(1).nullable(),
})
export type ModelPrice = z.infer<typeof modelPriceSchema>
export const saveModelPriceSchema = modelPriceSchema.omit({ id: true }).extend({
  id: idSchema.optional(),
  provider: z.string().trim().min(1).max(limits.provider).nullable(),
  model: modelNameSchema,
})
