import { composerName, type Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { takeBackLast } from '../drafts/index.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { expectNoneRunning, getPrompt } from '../prompts/index.ts'
import { lastShown } from './lastShown.ts'
import { composer } from './providers/composer.ts'

/** Does what “undo” says: takes back the last Apply in the draft, and says so as an exchange of its own. */
export async function undoByWords(
  ctx: Ctx,
  { conversationId, input }: { conversationId: string; input: string },
): Promise<PromptShape> {
  const { userId } = signedIn(ctx.actor)
  await withTransaction(ctx, (tx) => expectNoneRunning(tx, conversationId))
  const isDone = await takeBackLast(ctx, { conversationId })
  return withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, conversationId, { lock: true })
    authorize(tx.actor, 'prompt:create', place)
    const last = await lastShown(tx, conversationId)
    const { brief, interview } = place.conversation.context
    const prompt = await Prompt.with(tx).insert({
      conversationId,
      authorId: userId,
      parentPromptId: last?.id ?? null,
      chosen: true,
      act: 'generate',
      userInput: input,
      systemPrompt: '',
      response: isDone ? taken : nothing,
      provider: composerName,
      model: composer.model,
      parameters: {},
      status: 'completed',
      statusReason: null,
      responseTimeMs: 0,
      tokensIn: 0,
      tokensOut: 0,
      costMicroUsd: 0,
      // The question that was open is still.
      metadata: { brief, interview, question: last?.metadata.question, reply: true },
    })
    tx.afterCommit(() => {
      ctx.services.rooms.conversationChanged(conversationId)
      ctx.services.rooms.promptChanged(conversationId, prompt.id)
    })
    return getPrompt(tx, prompt)
  })
}

const taken = 'What was applied last is taken back. What people wrote in the draft since then stayed.'
const nothing =
  'There is nothing to take back: nothing was applied to the draft, or it was rewritten since. Its history has every state.'
