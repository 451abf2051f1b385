import { withTransaction, type Ctx } from '../context.ts'
import {
  Comment,
  Conversation,
  ConversationParticipant,
  ConversationShare,
  Draft,
  DraftCheckpoint,
  DraftSection,
  Prompt,
} from '../models/index.ts'
import { endGuests } from '../shares/index.ts'
import { deletePrompts } from './deletePrompts.ts'
import { isGone, type Cuts } from './isGone.ts'
import { batchSize } from './untilDone.ts'

/**
 * Removes a conversation with everything in it, each row by its model, so that the audit tells of all. In one transaction: one
 * that is brought back at the same moment is whole. Answers false where it is no longer gone.
 */
export async function purgeConversation(ctx: Ctx, id: string, cuts: Cuts): Promise<boolean> {
  return withTransaction(ctx, async (tx) => {
    const conversation = await Conversation.purging(tx).findById(id).forUpdate()
    if (!conversation || !(await isGone(tx, conversation, cuts))) return false
    const ofIt = { conversationId: id }
    await purgePromptsOf(tx, id)
    const people = await ConversationParticipant.purging(tx).where(ofIt).select('userId')
    await ConversationParticipant.purging(tx).where(ofIt).delete()
    await ConversationShare.purging(tx).where(ofIt).delete()
    const drafts = Draft.purging(tx).where(ofIt).select('id')
    await DraftCheckpoint.purging(tx).whereIn('draftId', drafts.clone()).delete()
    await DraftSection.purging(tx).whereIn('draftId', drafts.clone()).delete()
    // Answers before what they answer, which would take them along.
    await Comment.purging(tx).whereIn('draftId', drafts.clone()).whereNotNull('parentId').delete()
    await Comment.purging(tx).whereIn('draftId', drafts.clone()).delete()
    // Its log and authors go with it.
    await Draft.purging(tx).where(ofIt).delete()
    await Conversation.purging(tx).findById(id).delete()
    await endGuests(
      tx,
      people.map(({ userId }) => userId),
    )
    return true
  })
}

/** Some at a time: the audit reads their texts to tell their digests. */
async function purgePromptsOf(tx: Ctx, conversationId: string): Promise<void> {
  for (;;) {
    const some = await Prompt.purging(tx).where({ conversationId }).limit(batchSize).select('id')
    if (some.length === 0) return
    await deletePrompts(
      tx,
      some.map(({ id }) => id),
    )
  }
}
