import { AppError, limits, type Prompt as PromptShape } from '@prologue/contracts'
import { briefFromForm, isEmptyBrief, mergeBriefs, parseBrief, type Brief, type BriefForm } from '@prologue/prompt-kit'
import { withTransaction, type Ctx } from '../context.ts'
import { draftOf, findConversation, untitled } from '../conversations/index.ts'
import { Conversation, Prompt } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { getPrompt } from '../prompts/index.ts'
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
  const draft = await draftOf(ctx, input.conversationId)
  const systemPrompt = await ctx.services.drafts.read(draft.id)
  // Read before the transaction: a long text takes a while, and SQLite has one connection for all.
  const said = readParts(input)

  return withTransaction(ctx, async (tx) => {
    const place = await findConversation(tx, input.conversationId, { lock: true })
    authorize(actor, 'prompt:create', place)
    const { conversation } = place
    const running = await Prompt.with(tx).findOne({ conversationId: conversation.id, status: 'pending' }).select('id')
    if (running) throw new AppError('CONFLICT', 'An answer is being written. Stop it, or wait until it is there.')

    const brief = addToBrief(conversation.context.brief, said)
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
    await Conversation.with(tx).findById(conversation.id).patch({ title, context: { brief } })
    tx.afterCommit(() => {
      ctx.services.rooms.conversationChanged(conversation.id)
      ctx.services.rooms.promptChanged(conversation.id, prompt.id)
      runGeneration(ctx, prompt, composer, {
        act: 'generate',
        brief,
        draft: systemPrompt,
        locked: new Set(),
        findings: [],
        family: brief.family?.value ?? 'plain',
        turn: input.input,
        parameters: {},
      })
    })
    return getPrompt(tx, prompt)
  })
}

/** What the message says, in words and in the form. @throws AppError VALIDATION where it says nothing. */
function readParts({ input, form }: Input): Brief[] {
  const parts = [parseBrief(input), ...(form ? [briefFromForm(form)] : [])]
  if (parts.every(isEmptyBrief)) throw new AppError('VALIDATION', 'Describe the assistant in a few words first.')
  return parts
}

function addToBrief(base: Brief | undefined, [first, ...rest]: Brief[]): Brief {
  if (!first) throw new Error('There is a part for the words of every message')
  const brief = rest.reduce(mergeBriefs, base ? mergeBriefs(base, first) : first)
  if (JSON.stringify(brief).length <= limits.brief) return brief
  throw new AppError(
    'TOO_LARGE',
    'This conversation holds all it can about its assistant. Go on in the draft, or in a new conversation.',
  )
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
