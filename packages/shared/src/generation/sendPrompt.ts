import type { Act, ModelChoice, Prompt as PromptShape } from '@prologue/contracts'
import { emptyBrief, nextQuestion, readCommand } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation, untitled } from '../conversations/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { expectNoneRunning, getPrompt } from '../prompts/index.ts'
import { beginExchange } from './beginExchange.ts'
import { chooseProvider } from './chooseProvider.ts'
import { noneAsked, withAsked } from './interview.ts'
import { lastShown } from './lastShown.ts'
import { readDraftNow } from './readDraftNow.ts'
import { readMessage, type Gathered, type Message } from './readMessage.ts'
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
  authorize(ctx.actor, 'prompt:create', await findConversation(ctx, conversationId))
  if (act === 'generate' && readCommand(input.input)?.kind === 'undo') return undoByWords(ctx, input)
  const provider = await chooseProvider(ctx, conversationId, { act, model: choice })
  const draft = await readDraftNow(ctx, conversationId, { forModel: choice !== undefined })
  const add = act === 'generate' ? readMessage(input) : keepBrief

  return withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, conversationId, { lock: true })
    authorize(tx.actor, 'prompt:create', place)
    await expectNoneRunning(tx, conversationId)
    const { context, title } = place.conversation
    const last = await lastShown(tx, conversationId)
    const open = last?.metadata.question?.slot ?? null
    const said = add({ brief: context.brief, interview: context.interview ?? noneAsked, open })
    // A model asks by itself, and reads the words as they are.
    const question = choice ? null : nextQuestion(said.brief, said.interview)
    const exchange = {
      ...said,
      interview: question ? withAsked(said.interview, question) : said.interview,
      unsorted: choice ? [] : said.unsorted,
      conversationId,
      title: title === untitled ? titleFrom(input.input) : title,
      act,
      input: input.input,
      turn: turnOf(input),
      parentPromptId: last?.id ?? null,
      messageId: null,
      question,
      choice,
      language,
      temperature,
      maxTokens,
    }
    return getPrompt(tx, await beginExchange(tx, exchange, provider, draft))
  })
}

/** What is asked for the draft alone leaves the brief as it is. */
const keepBrief = ({ brief = emptyBrief(), interview }: Gathered) => ({ brief, interview, unsorted: [] })

/** What a model is told where somebody pressed something and wrote nothing. */
function turnOf({ input, skips, files }: Message): string {
  if (input.trim() !== '') return input
  if (skips !== undefined) return `Leave the question about “${skips}” open.`
  return files ? `This is about “${files.slot}”: ${files.words}` : input
}
