/** Requests that ask a model with a prompt as its system text: to OpenAI's two interfaces, which others speak too, and to Anthropic's. */
export const requestKinds = ['openai-chat', 'openai-responses', 'anthropic'] as const
export type RequestKind = (typeof requestKinds)[number]

/** What a model is asked with, beside the text. */
export type RequestSettings = { model?: string | undefined; temperature?: number | undefined; maxTokens?: number | undefined }

/** Stands where the first message of somebody goes: without one no model answers. */
const firstMessage = 'Hello'
/** Where the template names no model of theirs: small ones that take what is said here. */
const models = { openai: 'gpt-5-mini', anthropic: 'claude-sonnet-4-5' }
/** OpenAI's models that think before they answer refuse a request with a temperature. */
const thinks = /(?:^|\/)(?:gpt-5|o\d)/i
/** Anthropic wants to be told; enough for a long answer. */
const anthropicTokens = 4096

/** The body of a request that works as it is. A model of another house is left out, and so is a temperature that is not taken. */
export function requestBody(kind: RequestKind, prompt: string, settings: RequestSettings): Record<string, unknown> {
  const { temperature, maxTokens } = settings
  if (kind === 'anthropic')
    return {
      model: modelOf('anthropic', settings),
      max_tokens: maxTokens ?? anthropicTokens,
      ...(temperature !== undefined && temperature <= 1 && { temperature }),
      system: prompt,
      messages: [{ role: 'user', content: firstMessage }],
    }
  const model = modelOf('openai', settings)
  const warmth = temperature === undefined || thinks.test(model) ? {} : { temperature }
  if (kind === 'openai-responses')
    return {
      model,
      instructions: prompt,
      input: firstMessage,
      ...warmth,
      ...(maxTokens !== undefined && { max_output_tokens: maxTokens }),
    }
  return {
    model,
    messages: [
      { role: 'system', content: prompt },
      { role: 'user', content: firstMessage },
    ],
    ...warmth,
    ...(maxTokens !== undefined && { max_completion_tokens: maxTokens }),
  }
}

export function requestJson(kind: RequestKind, prompt: string, settings: RequestSettings): string {
  return JSON.stringify(requestBody(kind, prompt, settings), null, 2)
}

const addresses: Readonly<Record<RequestKind, string>> = {
  'openai-chat': 'https://api.openai.com/v1/chat/completions',
  'openai-responses': 'https://api.openai.com/v1/responses',
  anthropic: 'https://api.anthropic.com/v1/messages',
}

/**
 * The request as a command for a shell, with the key from its environment. The body is read from the lines below the command: there nothing
 * is special to the shell, and a long text is no longer than a command may be. No line of the body can be the one that ends it.
 */
export function requestCurl(kind: RequestKind, prompt: string, settings: RequestSettings): string {
  const headers =
    kind === 'anthropic'
      ? ['x-api-key: $ANTHROPIC_API_KEY', 'anthropic-version: 2023-06-01']
      : ['Authorization: Bearer $OPENAI_API_KEY']
  return [
    `curl ${addresses[kind]} \\`,
    ...[...headers, 'Content-Type: application/json'].map((header) => `  --header "${header}" \\`),
    `  --data-binary @- <<'JSON'`,
    requestJson(kind, prompt, settings),
    'JSON',
  ].join('\n')
}

function modelOf(house: keyof typeof models, { model }: RequestSettings): string {
  if (model === undefined) return models[house]
  const isAnthropic = model.includes('claude')
  const fits = house === 'anthropic' ? isAnthropic : !isAnthropic && !model.includes('gemini')
  return fits ? model : models[house]
}
