import { at, data, type Said, type Wire } from './wire.ts'

/** Google's generateContent. */
export const generateContent: Wire = {
  takes: (path) => /:(?:stream)?[gG]enerateContent$/.test(path),

  events: (said) => [
    ...said.pieces.map((text) => data(answer({ ...said, usage: null }, text, null))),
    data(answer(said, '', reasons[said.finish])),
  ],

  whole: (said) => answer(said, said.pieces.join(''), 'STOP'),

  failure: (status, message) => ({ error: { code: status, message, status: 'FAILED' } }),

  asksSchema: (body) => at(body, 'generationConfig', 'responseSchema') !== undefined,
}

function answer({ model, usage }: Said, text: string, finishReason: string | null) {
  return {
    candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0, ...(finishReason !== null && { finishReason }) }],
    modelVersion: model,
    responseId: 'response-1',
    ...(usage && {
      usageMetadata: {
        promptTokenCount: usage.in,
        cachedContentTokenCount: usage.cached,
        candidatesTokenCount: usage.out,
        totalTokenCount: usage.in + usage.out,
      },
    }),
  }
}

const reasons = { stop: 'STOP', length: 'MAX_TOKENS', filter: 'SAFETY' } as const
