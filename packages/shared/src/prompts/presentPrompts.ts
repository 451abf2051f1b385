import { personColour, personColours, type Person, type Prompt as PromptShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { ConversationPlace } from '../conversations/index.ts'
import { ConversationParticipant, User, type Prompt } from '../models/index.ts'
import { listReactions } from './listReactions.ts'
import { presentPrompt } from './presentPrompt.ts'

/** Exchanges of one conversation with who wrote them and what people said to them, in the order given. */
export async function presentPrompts(ctx: Ctx, place: ConversationPlace, prompts: readonly Prompt[]): Promise<PromptShape[]> {
  const authors = await findAuthors(ctx, place.conversation.id, [...new Set(prompts.map(({ authorId }) => authorId))])
  const reactions = await listReactions(
    ctx,
    prompts.map(({ id }) => id),
  )
  return prompts.map((prompt) =>
    presentPrompt(prompt, {
      author: authors.get(prompt.authorId) ?? { id: prompt.authorId, name: '', colour: personColour(prompt.authorId) },
      reactions: reactions.get(prompt.id) ?? [],
      actor: ctx.actor,
      place,
    }),
  )
}

/** Who left, or deleted their account, is still named beside what they wrote. */
async function findAuthors(ctx: Ctx, conversationId: string, ids: string[]): Promise<Map<string, Person>> {
  const users = await User.with(ctx).context({ withDeleted: true }).findByIds(ids).select('id', 'name')
  const present = await ConversationParticipant.with(ctx)
    .where({ conversationId })
    .whereIn('userId', ids)
    .select('userId', 'colour')
  const colours = new Map(present.map(({ userId, colour }) => [userId, personColours[colour]]))
  return new Map(users.map(({ id, name }) => [id, { id, name, colour: colours.get(id) ?? personColour(id) }]))
}
