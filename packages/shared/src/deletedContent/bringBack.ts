import { AppError, type DeletedOne } from '@prologue/contracts'
import { withTransaction, type Ctx } from '../context.ts'
import { Conversation, Template } from '../models/index.ts'
import { authorize } from '../policies/index.ts'

const deleted = { withDeleted: true }

const conversations = (tx: Ctx, id: string) => Conversation.with(tx).context(deleted).findById(id)
const templates = (tx: Ctx, id: string) => Template.with(tx).context(deleted).findById(id)

/**
 * Brings something back for its people, as its owner could. What is there already stays as it is.
 * @throws AppError FORBIDDEN for all but administrators, NOT_FOUND
 */
export async function bringBack(ctx: Ctx, { kind, id }: DeletedOne): Promise<void> {
  authorize(ctx.actor, 'admin:manage-content')
  await withTransaction(ctx, async (tx) => {
    const row = await (kind === 'template' ? templates(tx, id).forUpdate() : conversations(tx, id).forUpdate())
    if (!row) throw new AppError('NOT_FOUND', 'This is gone for good already.')
    if (row.deletedAt === null) return
    await (kind === 'template' ? templates(tx, id).patch({ deletedAt: null }) : conversations(tx, id).patch({ deletedAt: null }))
    if (kind === 'template') return
    tx.afterCommit(() => {
      tx.services.access.conversationChanged(id)
      tx.services.rooms.conversationChanged(id)
    })
  })
}
