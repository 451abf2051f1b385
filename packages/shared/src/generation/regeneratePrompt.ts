import { AppError, type ModelChoice, type Prompt as PromptShape } from '@prologue/contracts'
import { mergeBriefs, parseBrief, type Brief } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import type { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { expectNoneRunning, findPrompt, getPrompt, messageOf, showBranch } from '../prompts/index.ts'
import { beginExchange } from './beginExchange.ts'
import { chooseProvider } from './chooseProvider.ts'
import { noneAsked } from './interview.ts'
import { readDraftNow } from './readDraftNow.ts'

/**
 * Asks for another answer to the same message, of the same model where no other is named. It is shown in place of the one there was,
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
  const brief = briefOf(asked.prompt)

  return withTransaction(ctx, async (tx) => {
    const { prompt } = await findPrompt(tx, id, { lock: true })
    const { conversationId, act, parameters, metadata } = prompt
    authorize(tx.actor, 'prompt:create', await findConversation(tx, conversationId, { lock: true }))
    await expectNoneRunning(tx, conversationId)
    const { interview = noneAsked, question = null, unsorted = [] } = metadata
    const again = { conversationId, act, input: prompt.userInput, turn: prompt.userInput, brief, interview, unsorted, choice }
    const place = { parentPromptId: prompt.parentPromptId, messageId: messageOf(prompt) }
    const { language, temperature, maxTokens } = parameters
    const asModel = choice ? null : question
    const made = await beginExchange(
      tx,
      { ...again, ...place, question: asModel, language, temperature, maxTokens },
      provider,
      draft,
    )
    await showBranch(tx, made)
    return getPrompt(tx, made)
  })
}

/** What the message said then; where it was changed since, with what it says now. */
function briefOf({ metadata, userInput, editedAt }: Prompt): Brief {
  if (!metadata.brief) return parseBrief(userInput)
  return editedAt ? mergeBriefs(metadata.brief, parseBrief(userInput)) : metadata.brief
}
