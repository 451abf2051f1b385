import { AppError, type ModelChoice, type Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import type { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { expectNoneRunning, findPrompt, getPrompt, messageOf, showBranch } from '../prompts/index.ts'
import { beginExchange, turnOf } from './beginExchange.ts'
import { chooseProvider } from './chooseProvider.ts'
import { nothingGathered } from './interview.ts'
import { readDraftNow } from './readDraftNow.ts'
import { readExchange } from './readExchange.ts'

/**
 * Asks for another answer to the same message, of the same model where no other is named: read as it is worded now, with what the
 * conversation had gathered before it. It is shown in place of the one there was,
 * with all that came after that; both can be chosen again.
 * @throws AppError CONFLICT while an answer is being written, and for what no model and no composer answered; VALIDATION, NOT_FOUND and
 * RATE_LIMITED as sending does.
 */
export async function regeneratePrompt(
  ctx: Ctx,
  { id, model }: { id: string; model?: ModelChoice | undefined },
): Promise<PromptShape> {
  signedIn(ctx.actor)
  const asked = await findPrompt(ctx, id)
  authorize(ctx.actor, 'prompt:create', asked)
  if (asked.prompt.metadata.reply) throw new AppError('CONFLICT', 'There is no other answer to this. Say it again instead.')
  const choice = model ?? asked.prompt.metadata.choice
  const provider = await chooseProvider(ctx, asked.prompt.conversationId, { act: asked.prompt.act, model: choice })
  const draft = await readDraftNow(ctx, asked.prompt.conversationId, { forModel: choice !== undefined })
  const read = readingOf(asked.prompt, choice)
  const gathered = asked.prompt.metadata.before ?? nothingGathered
  const { language, temperature, maxTokens } = asked.prompt.parameters
  const parameters = { language, temperature, maxTokens }
  const turn = () => turnOf({ ...read(gathered), ...parameters }, provider, draft)
  const estimate = choice ? await ctx.services.models.estimate(ctx, { provider, turn: turn() }) : 0

  return withTransaction(ctx, async (tx) => {
    const { prompt } = await findPrompt(tx, id, { lock: true })
    const { conversationId } = prompt
    authorize(tx.actor, 'prompt:create', await findConversation(tx, conversationId, { lock: true }))
    await expectNoneRunning(tx, conversationId)
    // Who wrote it may have changed it in between.
    const again = prompt.userInput === asked.prompt.userInput ? read : readingOf(prompt, choice)
    const exchange = {
      ...again(gathered),
      conversationId,
      parentPromptId: prompt.parentPromptId,
      messageId: messageOf(prompt),
      ...parameters,
    }
    const made = await beginExchange(tx, exchange, { provider, draft, estimate })
    await showBranch(tx, made)
    return getPrompt(tx, made)
  })
}

/** The message as it is worded now, with what was pressed beside it then. */
function readingOf({ act, userInput, metadata }: Prompt, choice: ModelChoice | undefined) {
  return readExchange({ ...metadata.pressed, input: userInput }, { act, choice })
}
