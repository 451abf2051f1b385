import { AppError } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { announcePeople, findConversation } from '../conversations/index.ts'
import { ConversationShare } from '../models/index.ts'
import { notify } from '../notifications/index.ts'
import { authorize } from '../policies/index.ts'
import { endShares, removeWhoCameBy } from './endAccess.ts'

/** Ends a link, and with it the access of everybody who came by it; they are told. */
export async function revokeShare(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const share = await ConversationShare.with(tx).findById(id)
    if (!share) throw new AppError('NOT_FOUND')
    const { conversationId } = share
    authorize(tx.actor, 'conversation:share', await findConversation(tx, conversationId, { lock: true }))
    await endShares(tx, [id])
    const removed = await removeWhoCameBy(tx, [id])
    await notify(tx, { userIds: removed, kind: 'removed', conversationId })
    announcePeople(tx, conversationId, removed)
  })
}
