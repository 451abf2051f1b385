import { at, data, type Said, type Wire } from './wire.ts'

/** OpenAI's chat completions, which many servers speak. */
export const chatCompletions: Wire = {
  takes: (path) => path.endsWith('/chat/completions'),

  events: ({ pieces, usage, finish, ...said }) => [
    chunk(said, [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]),
    ...pieces.map((content) => chunk(said, [{ index: 0, delta: { content }, finish_reason: null }])),
    chunk(said, [{ index: 0, delta: {}, finish_reason: reasons[finish] }]),
    ...(usage ? [chunk(said, [], { usage: used(usage) })] : []),
    'data: [DONE]\n\n',
  ],

  whole: ({ pieces, usage, finish, model }) => ({
    ...head,
    object: 'chat.completion',
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: pieces.join('') }, finish_reason: reasons[finish] }],
    ...(usage && { usage: used(usage) }),
  }),

  failure: (status, message) => ({ error: { message, type: 'invalid_request_error', param: null, code: String(status) } }),

  asksSchema: (body) => at(body, 'response_format', 'type') === 'json_schema',
}

const head = { id: 'chatcmpl-1', created: 1_790_000_000 }

function chunk({ model }: Pick<Said, 'model'>, choices: unknown[], more: object = {}): string {
  return data({ ...head, object: 'chat.completion.chunk', model, choices, ...more })
}

function used(usage: NonNullable<Said['usage']>) {
  return {
    prompt_tokens: usage.in,
    completion_tokens: usage.out,
    total_tokens: usage.in + usage.out,
    prompt_tokens_details: { cached_tokens: usage.cached },
  }
}

const reasons = { stop: 'stop', length: 'length', filter: 'content_filter' } as const
