import { personColour, type ConversationStatus, type ParticipantRole, type Prompt as PromptShape } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import type { Prompt } from '../models/index.ts'
import { abilitiesOnPrompt } from '../policies/index.ts'

/** Who looks at an exchange, with its conversation and their role there. */
type Viewer = { actor: Actor; conversation: { status: ConversationStatus }; role: ParticipantRole }

export function presentPrompt(
  prompt: Prompt,
  author: { id: string; name: string },
  { actor, conversation, role }: Viewer,
): PromptShape {
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
    abilities: abilitiesOnPrompt(actor, { prompt, conversation, role }),
  }
}
