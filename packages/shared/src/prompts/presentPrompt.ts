import type { Person, Prompt as PromptShape, PromptEdit, Reaction } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import type { ConversationPlace } from '../conversations/index.ts'
import type { Prompt } from '../models/index.ts'
import { isWhole } from './isWhole.ts'
import { abilitiesOnPrompt } from '../policies/index.ts'

/** What is told of an exchange beside its row. */
type Beside = {
  author: Person
  /** Who stopped the answer, if somebody did. */
  stopper: Person | undefined
  reactions: Reaction[]
  edits: PromptEdit[]
  branches: string[]
  actor: Actor
  place: ConversationPlace
}

export function presentPrompt(
  prompt: Prompt,
  { author, stopper, reactions, edits, branches, actor, place }: Beside,
): PromptShape {
  return {
    id: prompt.id,
    conversationId: prompt.conversationId,
    author,
    act: prompt.act,
    userInput: prompt.userInput,
    response: prompt.response,
    whole: isWhole(prompt),
    edits,
    question: prompt.metadata.question ?? null,
    unsorted: prompt.metadata.unsorted ?? [],
    status: prompt.status,
    statusReason: stopper ? `Stopped by ${stopper.name}.` : prompt.statusReason,
    provider: prompt.provider,
    model: prompt.model,
    modelVersion: prompt.modelVersion,
    insteadOf: prompt.metadata.insteadOf ?? null,
    parameters: prompt.parameters,
    responseTimeMs: prompt.responseTimeMs,
    firstTokenMs: prompt.firstTokenMs,
    tokensIn: prompt.tokensIn,
    tokensCached: prompt.tokensCached,
    tokensOut: prompt.tokensOut,
    costMicroUsd: prompt.costMicroUsd,
    rating: prompt.rating,
    feedback: prompt.feedback,
    parentId: prompt.parentPromptId,
    branches,
    createdAt: prompt.createdAt,
    editedAt: prompt.editedAt,
    reactions,
    abilities: abilitiesOnPrompt(actor, { prompt, ...place }),
  }
}
