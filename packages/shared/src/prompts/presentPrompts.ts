import { personColour, type Prompt as PromptShape } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { ConversationPlace } from '../conversations/index.ts'
import type { Prompt } from '../models/index.ts'
import { peopleOf } from '../participants/index.ts'
import { listEdits } from './listEdits.ts'
import { listReactions } from './listReactions.ts'
import { presentPrompt } from './presentPrompt.ts'
import { messageOf, readBranches } from './readBranches.ts'

/** Exchanges of one conversation with who wrote them, their edits, and what people said to them, in the order given. */
export async function presentPrompts(ctx: Ctx, place: ConversationPlace, prompts: readonly Prompt[]): Promise<PromptShape[]> {
  const ids = prompts.map(({ id }) => id)
  const named = prompts.flatMap(({ authorId, stoppedBy }) => (stoppedBy === null ? [authorId] : [authorId, stoppedBy]))
  const people = await peopleOf(ctx, place.conversation.id, named)
  const reactions = await listReactions(ctx, ids)
  const edits = await listEdits(ctx, ids)
  const branches = await readBranches(ctx, prompts)
  return prompts.map((prompt) =>
    presentPrompt(prompt, {
      author: people.get(prompt.authorId) ?? {
        id: prompt.authorId,
        name: '',
        colour: personColour(prompt.authorId),
        guest: false,
      },
      stopper: people.get(prompt.stoppedBy ?? ''),
      reactions: reactions.get(prompt.id) ?? [],
      edits: edits.get(prompt.id) ?? [],
      branches: branches.get(messageOf(prompt)) ?? [prompt.id],
      actor: ctx.actor,
      place,
    }),
  )
}
