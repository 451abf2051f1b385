import { composerName, type Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation } from '../conversations/index.ts'
import { takeBackLast } from '../drafts/index.ts'
import { Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { expectNoneRunning, getPrompt } from '../prompts/index.ts'
import { lastShown } from './lastShown.ts'
import { composer } from './providers/composer.ts'

/**
 * Does what “undo” says: takes back the last Apply in the draft, and says so as an exchange of its own. That stands there first, so that
 * nothing else is written meanwhile.
 */
export async function undoByWords(ctx: Ctx, asked: { conversationId: string; input: string }): Promise<PromptShape> {
  const { id } = await withTransaction(ctx, (tx) => begin(tx, asked))
  const told = await takeBackLast(ctx, asked).then(
    (isDone) => ({ status: 'completed', response: isDone ? taken : nothing }) as const,
    (error: unknown) => {
      ctx.logger.error({ err: error, promptId: id }, 'What was applied could not be taken back')
      return { status: 'failed', statusReason: 'It could not be taken back. Say it again.' } as const
    },
  )
  return withTransaction(ctx, async (tx) => {
    await Prompt.with(tx).findById(id).where({ status: 'pending' }).patch(told)
    tx.afterCommit(() => ctx.services.rooms.promptChanged(asked.conversationId, id))
    return getPrompt(tx, { id })
  })
}

async function begin(tx: Ctx, { conversationId, input }: { conversationId: string; input: string }): Promise<Prompt> {
  const place = await findConversation(tx, conversationId, { lock: true })
  authorize(tx.actor, 'prompt:create', place)
  authorize(tx.actor, 'draft:write', place)
  await expectNoneRunning(tx, conversationId)
  const last = await lastShown(tx, conversationId)
  const { brief, interview } = place.conversation.context
  const prompt = await Prompt.with(tx).insert({
    conversationId,
    authorId: signedIn(tx.actor).userId,
    parentPromptId: last?.id ?? null,
    chosen: true,
    act: 'generate',
    userInput: input,
    systemPrompt: '',
    response: '',
    provider: composerName,
    model: composer.model,
    parameters: {},
    status: 'pending',
    statusReason: null,
    responseTimeMs: 0,
    tokensIn: 0,
    tokensOut: 0,
    costMicroUsd: 0,
    // The question that was open is still.
    metadata: { brief, interview, question: last?.metadata.question, reply: true },
  })
  tx.afterCommit(() => {
    tx.services.rooms.conversationChanged(conversationId)
    tx.services.rooms.promptChanged(conversationId, prompt.id)
  })
  return prompt
}

const taken = 'What was applied last is taken back. What people wrote in the draft since then stayed.'
const nothing =
  'There is nothing to take back: nothing was applied to the draft, or it was rewritten since. Its history has every state.'
