import type { Act, ModelChoice, Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation, untitled } from '../conversations/index.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { expectNoneRunning, getPrompt } from '../prompts/index.ts'
import { beginExchange } from './beginExchange.ts'
import { chooseProvider } from './chooseProvider.ts'
import { noneAsked } from './noneAsked.ts'
import { readDraftNow } from './readDraftNow.ts'
import { readMessage, type Message } from './readMessage.ts'
import { titleFrom } from './titleFrom.ts'

type Input = Message & {
  conversationId: string
  act?: Act
  /** The composer where none is named. */
  model?: ModelChoice | undefined
  language?: string | undefined
  temperature?: number | undefined
  maxTokens?: number | undefined
}

/**
 * Adds a message to a conversation and starts the answer, which streams to everybody in the room.
 * What it says is added to the brief the conversation has so far.
 * @throws AppError VALIDATION for a message without words and for what needs a model without one, CONFLICT while another answer is being
 * written, NOT_FOUND for a model that is not offered, RATE_LIMITED where the actor's budget of the day is spent.
 */
export async function sendPrompt(ctx: Ctx, input: Input): Promise<PromptShape> {
  signedIn(ctx.actor)
  const { conversationId, act = 'generate', model: choice, language, temperature, maxTokens } = input
  authorize(ctx.actor, 'prompt:create', await findConversation(ctx, conversationId))
  const provider = await chooseProvider(ctx, act, choice)
  const draft = await readDraftNow(ctx, conversationId, { forModel: choice !== undefined })
  const add = readMessage(input)

  return withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, conversationId, { lock: true })
    authorize(tx.actor, 'prompt:create', place)
    await expectNoneRunning(tx, conversationId)
    const { context, title } = place.conversation
    const said = add({ brief: context.brief, interview: context.interview ?? noneAsked })
    const exchange = {
      ...said,
      conversationId,
      title: title === untitled ? titleFrom(input.input) : title,
      act,
      input: input.input,
      parentPromptId: await lastShown(tx, conversationId),
      messageId: null,
      question: null,
      choice,
      language,
      temperature,
      maxTokens,
    }
    return getPrompt(tx, await beginExchange(tx, exchange, provider, draft))
  })
}

/** The exchange that a new one goes on from. */
async function lastShown(tx: Ctx, conversationId: string): Promise<string | null> {
  const last = await Prompt.with(tx)
    .where({ conversationId, chosen: true })
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first()
    .select('id')
  return last?.id ?? null
}
