import { AppError, limits } from '@prologue/contracts'
import { streamText, zodSchema, type FinishReason, type LanguageModelUsage, type OutputInterface } from 'ai'
import type { z } from 'zod'
import { languageModel, type Reached } from './languageModel.ts'
import type { Ask } from './meter.ts'
import { Silence } from './network/boundBody.ts'

// What it warns of are settings that a model ignores, which no operator can change.
globalThis.AI_SDK_LOG_WARNINGS = false

/** What a model is asked. With a schema, its answer is JSON that follows it. */
export type Asked = {
  system: string
  user: string
  schema: z.ZodType | null
  temperature: number | undefined
  maxTokens: number | undefined
}

export type Told = { usage: LanguageModelUsage; modelVersion: string; finishReason: FinishReason }

/**
 * Asks a model once and yields its text as it comes. However that ends, `note` is told what the provider may charge for.
 * @throws whatever the provider or the line to it failed with
 */
export async function* askModel(
  reached: Reached,
  asked: Asked,
  signal: AbortSignal,
  note: (ask: Ask) => void,
): AsyncGenerator<string, Told, void> {
  // Closed on every way out, so that whoever stops listening ends the request as well.
  const line = new AbortController()
  const { schema, temperature, maxTokens, system, user } = asked
  const sent = watched(reached.fetch, signal)
  const { stream } = streamText({
    model: languageModel({ ...reached, fetch: sent.fetch }),
    instructions: system,
    prompt: user,
    ...(schema && { output: jsonText(schema) }),
    ...(temperature !== undefined && { temperature }),
    ...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
    // Its own would not know what was yielded already.
    maxRetries: 0,
    abortSignal: AbortSignal.any([signal, line.signal]),
    // What goes wrong comes as a part of the stream, too.
    onError: () => {},
  })
  let told: Told | null = null
  let length = 0
  let said = ''
  try {
    for await (const part of stream) {
      if (part.type === 'error') throw part.error
      if (part.type === 'abort') throw signal.reason
      if (part.type === 'finish-step') {
        told = { usage: part.usage, modelVersion: part.response.modelId, finishReason: part.finishReason }
      }
      if (part.type === 'text-delta' || part.type === 'reasoning-delta') said += part.text
      if (part.type !== 'text-delta' || part.text === '') continue
      length += part.text.length
      if (length > limits.answer)
        throw new AppError('PROVIDER_FAILED', 'Its answer was longer than can be kept. Ask for less at once.')
      yield part.text
    }
  } finally {
    line.abort()
    if (sent.counts()) note({ system, user, said, usage: told?.usage ?? null })
  }
  if (!told) throw new AppError('PROVIDER_FAILED', 'Its answer broke off. Try again.')
  return told
}

/** Asks for JSON and leaves it as text: it is read as it comes, elsewhere. The partial value makes every piece come at once. */
function jsonText(answer: z.ZodType): OutputInterface<string, number> {
  let parts = 0
  return {
    name: 'answer',
    responseFormat: Promise.resolve(zodSchema(answer).jsonSchema).then((schema) => ({ type: 'json', schema, name: 'answer' })),
    parseCompleteOutput: async ({ text }) => text,
    parsePartialOutput: async () => ({ partial: parts++ }),
    createElementStreamTransform: () => undefined,
  }
}

/**
 * Whether a request counts: it was taken, or given up while nobody knew whether it would be, by who asked or for want of patience. What was
 * refused or never arrived does not.
 */
function watched(request: typeof fetch, signal: AbortSignal): { fetch: typeof fetch; counts: () => boolean } {
  let counts = false
  return {
    counts: () => counts,
    fetch: async (...args) => {
      counts = true
      try {
        const response = await request(...args)
        counts = response.ok
        return response
      } catch (error) {
        counts = signal.aborted || error instanceof Silence
        throw error
      }
    },
  }
}
