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

/** Who is asked, about which draft, and what that may cost, in micro-USD, until it is known what it took. */
type Asked = { provider: Provider; draft: DraftNow; estimate: number }

/**
 * Writes an exchange that waits for its answer, and has that written once this is committed. The caller has locked the conversation.
 * @throws AppError RATE_LIMITED where the budget of the day is spent that it would count against
 */
export async function beginExchange(tx: Ctx, exchange: Exchange, { provider, draft, estimate }: Asked): Promise<Prompt> {
  const { conversationId, title, act, input, pressed, before, brief, interview, question, unsorted, choice } = exchange
  const { language, temperature, maxTokens, parentPromptId, messageId } = exchange
  const turn = turnOf(exchange, provider, draft)
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
    ...(choice && { payerId: await chargedTo(tx, conversationId, provider), chargedMicroUsd: estimate }),
    parameters: { family: familyOf(exchange, provider), language, temperature, maxTokens },
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

/** Whose budget it counts against, which has room for it. */
async function chargedTo(tx: Ctx, conversationId: string, provider: Provider): Promise<string> {
  const payerId = await payerOf(tx, conversationId)
  await tx.services.models.reserve(tx, payerId, provider)
  return payerId
}

type Worded = Pick<Exchange, 'act' | 'brief' | 'turn' | 'language' | 'temperature' | 'maxTokens'>

/** What a provider is asked. */
export function turnOf(exchange: Worded, provider: Provider, { text, locked, findings }: DraftNow): Turn {
  const { act, brief, turn, language, temperature, maxTokens } = exchange
  const family = familyOf(exchange, provider) ?? 'plain'
  return { act, brief, draft: text, locked, findings, family, turn, language, parameters: { temperature, maxTokens } }
}

const familyOf = ({ brief }: Pick<Exchange, 'brief'>, provider: Provider) => brief.family?.value ?? provider.family ?? undefined
