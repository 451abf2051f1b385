import { AppError, type Prompt as PromptShape } from '@prologue/contracts'
import { briefFromForm, isEmptyBrief, mergeBriefs, parseBrief, type Brief, type BriefForm } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import { findConversation, untitled } from '../conversations/index.ts'
import { Conversation, Draft, Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { presentPrompt } from '../prompts/index.ts'
import { composer } from './providers/composer.ts'
import { runGeneration } from './runGeneration.ts'

type Input = { conversationId: string; input: string; form?: BriefForm | undefined }

/**
 * Adds a message to a conversation and starts the answer, which streams to everybody in the room.
 * What it says is added to the brief the conversation has so far.
 * @throws AppError VALIDATION for a message without words, CONFLICT while another answer is being written.
 */
export async function sendPrompt(ctx: Ctx, input: Input): Promise<PromptShape> {
  const actor = signedIn(ctx.actor)
  await findConversation(ctx, input.conversationId)
  const draft = await Draft.with(ctx).findOne({ conversationId: input.conversationId }).select('id')
  if (!draft) throw new AppError('NOT_FOUND')
  const systemPrompt = await ctx.services.drafts.read(draft.id)

  return withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, input.conversationId, { lock: true })
    authorize('prompt:create', place)
    const { conversation } = place
    const running = await Prompt.with(tx).findOne({ conversationId: conversation.id, status: 'pending' }).select('id')
    if (running) throw new AppError('CONFLICT', 'An answer is being written. Stop it, or wait until it is there.')

    const brief = addToBrief(conversation.context.brief, input)
    const prompt = await Prompt.with(tx).insert({
      conversationId: conversation.id,
      authorId: actor.userId,
      userInput: input.input,
      systemPrompt,
      response: '',
      provider: composer.name,
      model: composer.model,
      parameters: brief.family ? { family: brief.family.value } : {},
      status: 'pending',
      statusReason: null,
      metadata: { brief },
    })
    const title = conversation.title === untitled ? titleFrom(input.input) : conversation.title
    await Conversation.with(tx).findById(conversation.id).patch({ title, context: { brief }, lastActivityAt: tx.now() })
    tx.afterCommit(() => {
      ctx.services.rooms.conversationChanged(conversation.id)
      ctx.services.rooms.promptChanged(conversation.id, prompt.id)
      runGeneration(ctx, prompt, composer, { brief })
    })
    const row = await Prompt.with(tx).findById(prompt.id).throwIfNotFound()
    return presentPrompt(row, { id: actor.userId, name: actor.name })
  })
}

function addToBrief(base: Brief | undefined, { input, form }: Input): Brief {
  const parts = [parseBrief(input), ...(form ? [briefFromForm(form)] : [])]
  const [first, ...rest] = base ? [base, ...parts] : parts
  const said = parts.some((part) => !isEmptyBrief(part))
  if (!first || !said) throw new AppError('VALIDATION', 'Describe the assistant in a few words first.')
  return rest.reduce(mergeBriefs, first)
}

/** What the first line calls the assistant: to its first break, or as many whole words as a list shows. */
function titleFrom(input: string): string {
  const line =
    input
      .trim()
      .split('\n', 1)[0]
      ?.trim()
      .replace(/[.!?]$/, '') ?? ''
  if (line === '') return untitled
  if (line.length <= 60) return line
  const [beginning] = /^.{15,60}?(?=[.,;:!?]\s|\s(?:that|which|who)\s)/u.exec(line) ?? []
  return (
    beginning ??
    `${line
      .slice(0, 60)
      .replace(/\s+\S*$/, '')
      .toWellFormed()}…`
  )
}
