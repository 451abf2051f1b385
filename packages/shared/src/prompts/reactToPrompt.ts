import { AppError, limits, type Prompt as PromptShape } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { PromptReaction } from '../models/index.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { findPrompt } from './findPrompt.ts'
import { getPrompt } from './getPrompt.ts'

type Input = { id: string; emoji: string; on: boolean }

/**
 * Puts the actor's emoji to an exchange, or takes it away: pressed twice it is there once.
 * @throws AppError CONFLICT for one kind of emoji more than an exchange can have.
 */
export async function reactToPrompt(ctx: Ctx, { id, emoji, on }: Input): Promise<PromptShape> {
  const { userId } = signedIn(ctx.actor)
  return withTransaction(ctx, async (tx) => {
    // Locked: who reacts at the same time waits, so that what is counted here still holds when it is written.
    const place = await findPrompt(tx, id, { lock: true })
    authorize(tx.actor, 'prompt:react', place)
    const mine = await PromptReaction.with(tx).findOne({ promptId: id, userId, emoji })
    if (on !== (mine !== undefined)) {
      if (mine) await PromptReaction.with(tx).deleteById(mine.id)
      else await addReaction(tx, { promptId: id, userId, emoji })
      tx.afterCommit(() => ctx.services.rooms.promptChanged(place.conversation.id, id))
    }
    return getPrompt(tx, { id })
  })
}

async function addReaction(tx: Ctx, reaction: Pick<PromptReaction, 'promptId' | 'userId' | 'emoji'>): Promise<void> {
  const rows = await PromptReaction.with(tx).where({ promptId: reaction.promptId }).distinct('emoji')
  const kinds = new Set(rows.map(({ emoji }) => emoji)).add(reaction.emoji)
  if (kinds.size > limits.reactionKinds) {
    throw new AppError(
      'CONFLICT',
      `A message can have ${limits.reactionKinds} different emoji. Choose one of those that are there.`,
    )
  }
  await PromptReaction.with(tx).insert(reaction)
}
