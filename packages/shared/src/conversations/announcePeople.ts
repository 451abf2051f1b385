import type { Ctx } from '../context.ts'

/** Tells a room that its people or their roles changed, has what they hold open judged anew, and tells those it happened to. */
export function announcePeople(tx: Ctx, conversationId: string, userIds: readonly string[]): void {
  tx.afterCommit(() => {
    const { access, rooms } = tx.services
    access.conversationChanged(conversationId)
    rooms.conversationChanged(conversationId)
    rooms.listChanged(userIds, conversationId)
  })
}
