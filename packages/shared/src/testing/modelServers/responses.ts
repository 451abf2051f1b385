import { at, event, type Said, type Wire } from './wire.ts'

/** OpenAI's responses. */
export const responses: Wire = {
  takes: (path) => path.endsWith('/responses'),

  events: (said) => {
    const response = { ...head, model: said.model }
    return [
      event(of('response.created', { response: { ...response, status: 'in_progress', output: [] } })),
      event(of('response.output_item.added', { output_index: 0, item: { ...item, status: 'in_progress', content: [] } })),
      ...said.pieces.map((delta) =>
        event(of('response.output_text.delta', { item_id: item.id, output_index: 0, content_index: 0, delta, logprobs: [] })),
      ),
      event(of('response.output_item.done', { output_index: 0, item: done(said) })),
      event(of(said.finish === 'stop' ? 'response.completed' : 'response.incomplete', { response: whole(said) })),
    ]
  },

  whole,

  failure: (status, message) => ({ error: { message, type: 'invalid_request_error', param: null, code: String(status) } }),

  asksSchema: (body) => at(body, 'text', 'format', 'type') === 'json_schema',
}

const head = { id: 'resp_1', object: 'response', created_at: 1_790_000_000 }
const item = { id: 'msg_1', type: 'message', role: 'assistant' }

let sequence = 0
const of = <T extends object>(type: string, more: T) => ({ type, sequence_number: sequence++, ...more })

function done({ pieces }: Said) {
  return {
    ...item,
    status: 'completed',
    content: [{ type: 'output_text', text: pieces.join(''), annotations: [], logprobs: [] }],
  }
}

function whole(said: Said) {
  const { model, usage, finish } = said
  return {
    ...head,
    model,
    status: finish === 'stop' ? 'completed' : 'incomplete',
    incomplete_details: finish === 'stop' ? null : { reason: finish === 'length' ? 'max_output_tokens' : 'content_filter' },
    output: [done(said)],
    usage: usage && {
      input_tokens: usage.in,
      input_tokens_details: { cached_tokens: usage.cached },
      output_tokens: usage.out,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: usage.in + usage.out,
    },
  }
}
