import type { Prompt } from '@prologue/contracts'

let count = 0

/** An exchange as a test needs it: completed, of a model, an hour older than the one built next. */
export function buildPrompt(values: Partial<Prompt> = {}): Prompt {
  count += 1
  const id = `0190c0de-0000-7000-8000-${String(count).padStart(12, '0')}`
  return {
    id,
    conversationId: '0190c0de-0000-7000-9000-000000000000',
    author: { id: '0190c0de-0000-7000-a000-000000000000', name: 'Ada', colour: '#3563c9', guest: false },
    act: 'generate',
    userInput: 'Answer mail',
    response: 'You are …',
    whole: false,
    edits: [],
    question: null,
    unsorted: [],
    status: 'completed',
    statusReason: null,
    provider: 'openai',
    model: 'gpt-test',
    modelVersion: null,
    insteadOf: null,
    parameters: {},
    responseTimeMs: 2345,
    firstTokenMs: 310,
    tokensIn: 1234,
    tokensCached: null,
    tokensOut: 56,
    costMicroUsd: 1_270_000,
    rating: null,
    feedback: null,
    parentId: null,
    branches: [id],
    createdAt: new Date(count * 3_600_000),
    editedAt: null,
    reactions: [],
    abilities: [],
    ...values,
  }
}
