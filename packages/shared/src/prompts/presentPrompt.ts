import type { Person, Prompt as PromptShape, Reaction } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import type { ConversationPlace } from '../conversations/index.ts'
import type { Prompt } from '../models/index.ts'
import { abilitiesOnPrompt } from '../policies/index.ts'

/** What is told of an exchange beside its row. */
type Beside = { author: Person; reactions: Reaction[]; actor: Actor; place: ConversationPlace }

export function presentPrompt(prompt: Prompt, { author, reactions, actor, place }: Beside): PromptShape {
  return {
    id: prompt.id,
    conversationId: prompt.conversationId,
    author,
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
    editedAt: prompt.editedAt,
    reactions,
    abilities: abilitiesOnPrompt(actor, { prompt, ...place }),
  }
}
