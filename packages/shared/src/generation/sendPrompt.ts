import type { Act, ModelChoice, Prompt as PromptShape } from '@prologue/contracts'
import { readCommand } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation, untitled } from '../conversations/index.ts'
import type { Conversation } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { expectNoneRunning, getPrompt } from '../prompts/index.ts'
import { beginExchange, turnOf } from './beginExchange.ts'
import { chooseProvider } from './chooseProvider.ts'
import { noneAsked } from './interview.ts'
import { lastShown } from './lastShown.ts'
import { readDraftNow } from './readDraftNow.ts'
import { readExchange } from './readExchange.ts'
import type { Gathered, Message } from './readMessage.ts'
import { titleFrom } from './titleFrom.ts'
import { undoByWords } from './undoByWords.ts'

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
 * What it says is added to the brief the conversation has so far; what is asked of a model for the draft is not about the brief.
 * @throws AppError VALIDATION for a message without words and for what needs a model without one, CONFLICT while another answer is being
 * written, NOT_FOUND for a model that is not offered, RATE_LIMITED where the actor's budget of the day is spent.
 */
export async function sendPrompt(ctx: Ctx, input: Input): Promise<PromptShape> {
  signedIn(ctx.actor)
  const { conversationId, act = 'generate', model: choice, language, temperature, maxTokens } = input
  const asked = await findConversation(ctx, conversationId)
  authorize(ctx.actor, 'prompt:create', asked)
  if (act === 'generate' && readCommand(input.input)?.kind === 'undo') return undoByWords(ctx, input)
  const provider = await chooseProvider(ctx, conversationId, { act, model: choice })
  const draft = await readDraftNow(ctx, conversationId, { forModel: choice !== undefined })
  const { form, answers, skips, files } = input
  const read = readExchange({ input: input.input, form, answers, skips, files }, { act, choice })
  const parameters = { language, temperature, maxTokens }
  const turn = () => turnOf({ ...read(gatheredIn(asked.conversation, null)), ...parameters }, provider, draft)
  const estimate = choice ? await ctx.services.models.estimate(ctx, { provider, turn: turn() }) : 0

  return withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, conversationId, { lock: true })
    authorize(tx.actor, 'prompt:create', place)
    await expectNoneRunning(tx, conversationId)
    const { title } = place.conversation
    const last = await lastShown(tx, conversationId)
    const exchange = {
      ...read(gatheredIn(place.conversation, last?.metadata.question?.slot ?? null)),
      conversationId,
      title: title === untitled ? titleFrom(input.input) : title,
      parentPromptId: last?.id ?? null,
      messageId: null,
      ...parameters,
    }
    return getPrompt(tx, await beginExchange(tx, exchange, { provider, draft, estimate }))
  })
}

function gatheredIn({ context }: Conversation, open: string | null): Gathered {
  return { brief: context.brief, interview: context.interview ?? noneAsked, open }
}
