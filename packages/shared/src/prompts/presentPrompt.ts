import { personColour, type Prompt as PromptShape } from '@prologue/contracts'
import type { Prompt } from '../models/index.ts'
import { abilitiesOnPrompt, type PromptViewer } from '../policies/index.ts'

export function presentPrompt(prompt: Prompt, author: { id: string; name: string }, viewer: PromptViewer): PromptShape {
  return {
    id: prompt.id,
    conversationId: prompt.conversationId,
    author: { id: author.id, name: author.name, colour: personColour(author.id) },
    userInput: prompt.userInput,
    response: prompt.response,
    status: prompt.status,
    statusReason: prompt.statusReason,
    provider: prompt.provider,
    model: prompt.model,
    responseTimeMs: prompt.responseTimeMs,
    firstTokenMs: prompt.firstTokenMs,
    tokensIn: prompt.tokensIn,
    tokensOut: prompt.tokensOut,
    costMicroUsd: prompt.costMicroUsd,
    createdAt: prompt.createdAt,
    abilities: abilitiesOnPrompt(prompt, viewer),
  }
}
