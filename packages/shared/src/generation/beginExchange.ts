import type { Act, ModelChoice, Question } from '@prologue/contracts'
import type { Brief } from '@prologue/prompt-kit'
import { outsideTransaction, type Ctx } from '../context.ts'
import { Conversation, Prompt, type Interview } from '../models/index.ts'
import { signedIn } from '../policies/index.ts'
import { payerOf } from './payerOf.ts'
import type { Provider, Turn } from './providers/provider.ts'
import type { DraftNow } from './readDraftNow.ts'
import type { Gathered, Message } from './readMessage.ts'
import { runGeneration } from './runGeneration.ts'

export type Exchange = {
  conversationId: string
  title?: string
  act: Act
  input: string
  /** What a model is told in its place. */
  turn: string
  /** What was pressed or filled in beside the words. */
  pressed: Omit<Message, 'input'>
  /** The exchange it goes on from. */
  parentPromptId: string | null
  /** Which message it answers anew; null: its own. */
  messageId: string | null
  before: Gathered
  brief: Brief
  interview: Interview
  question: Question | null
  /** Words of the message that could not be sorted. */
  unsorted: string[]
  choice?: ModelChoice | undefined
  language?: string | undefined
  temperature?: number | undefined
  maxTokens?: number | undefined
}

/**
 * Writes an exchange that waits for its answer, and has that written once this is committed. The caller has locked the conversation.
 * @throws AppError RATE_LIMITED where the budget of the day is spent that it would count against
 */
export async function beginExchange(tx: Ctx, exchange: Exchange, provider: Provider, draft: DraftNow): Promise<Prompt> {
  const { conversationId, title, act, input, pressed, before, brief, interview, question, unsorted, choice } = exchange
  const { language, temperature, maxTokens, parentPromptId, messageId, turn: words } = exchange
  const family = brief.family?.value ?? provider.family ?? undefined
  const { text, locked, findings } = draft
  const parameters = { temperature, maxTokens }
  const turn = { act, brief, draft: text, locked, findings, family: family ?? 'plain', turn: words, language, parameters }
  const prompt = await Prompt.with(tx).insert({
    conversationId,
    authorId: signedIn(tx.actor).userId,
    parentPromptId,
    messageId,
    chosen: true,
    act,
    userInput: input,
    systemPrompt: draft.text,
    response: '',
    provider: provider.name,
    model: provider.model,
    ...(choice && (await chargedTo(tx, conversationId, { provider, turn }))),
    parameters: { family, language, temperature, maxTokens },
    status: 'pending',
    statusReason: null,
    metadata: { pressed, before, brief, interview, question: question ?? undefined, unsorted, choice },
  })
  await Conversation.with(tx)
    .findById(conversationId)
    .patch({ ...(title !== undefined && { title }), context: { brief, interview } })
  const later = outsideTransaction(tx)
  tx.afterCommit(() => {
    tx.services.rooms.conversationChanged(conversationId)
    tx.services.rooms.promptChanged(conversationId, prompt.id)
    runGeneration(later, prompt, provider, turn)
  })
  return prompt
}

/** Whose budget it counts against, with what is held back of that until it is known what the answer took. */
async function chargedTo(tx: Ctx, conversationId: string, asked: { provider: Provider; turn: Turn }) {
  const payerId = await payerOf(tx, conversationId)
  return { payerId, chargedMicroUsd: await tx.services.models.reserve(tx, payerId, asked) }
}
