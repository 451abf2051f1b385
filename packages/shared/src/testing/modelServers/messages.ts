import { at, event, type Said, type Wire } from './wire.ts'

/** Anthropic's messages. It counts what was kept apart from what came in. */
export const messages: Wire = {
  takes: (path) => path.endsWith('/messages'),

  events: (said) => [
    event({ type: 'message_start', message: { ...whole({ ...said, pieces: [] }), content: [], stop_reason: null } }),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    event({ type: 'ping' }),
    ...said.pieces.map((text) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    event({ type: 'content_block_stop', index: 0 }),
    event({
      type: 'message_delta',
      delta: { stop_reason: reason(said), stop_sequence: null },
      usage: { output_tokens: said.usage?.out ?? 0 },
    }),
    event({ type: 'message_stop' }),
  ],

  whole,

  failure: (status, message) => ({ type: 'error', error: { type: `error_${status}`, message } }),

  asksSchema: (body) => at(body, 'output_config', 'format', 'type') === 'json_schema' || Array.isArray(at(body, 'tools')),
}

function whole(said: Said) {
  const { pieces, model, usage } = said
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model,
    content: [{ type: 'text', text: pieces.join('') }],
    stop_reason: reason(said),
    stop_sequence: null,
    usage: {
      input_tokens: (usage?.in ?? 0) - (usage?.cached ?? 0),
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: usage?.cached ?? 0,
      output_tokens: usage?.out ?? 0,
    },
  }
}

const reasons = { stop: 'end_turn', length: 'max_tokens', filter: 'refusal' } as const
const reason = ({ finish }: Said) => reasons[finish]
