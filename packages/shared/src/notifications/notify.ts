import type { NotificationKind } from '@prologue/contracts'
import { outsideTransaction, type Ctx } from '../context.ts'
import { Notification, User } from '../models/index.ts'
import { writeNoticeMail } from './writeNoticeMail.ts'

type Notice = {
  userIds: readonly string[]
  kind: NotificationKind
  data?: Notification['data']
  /** False where a mail of its own says it. */
  mail?: boolean
  /** False where who did it is not told: a moderator acts for the server. */
  named?: boolean
} & (
  | { conversationId: string; templateId?: never }
  | { templateId: string; conversationId?: never }
  | { kind: 'export-ready'; conversationId?: never; templateId?: never }
)

/**
 * Tells people what concerns them, in the page and, those who are away, by mail. Nobody is told of what they did themselves.
 * Within the caller's transaction; whoever calls has judged who may be told.
 */
export async function notify(tx: Ctx, notice: Notice): Promise<void> {
  const { userIds, kind, conversationId = null, templateId = null, data = {}, mail = true, named = true } = notice
  const actorId = tx.actor.kind === 'user' ? tx.actor.userId : null
  const others = [...new Set(userIds)].filter((id) => id !== actorId)
  const people = await User.with(tx).findByIds(others).select('id')
  if (people.length === 0) return
  const told = { kind, conversationId, templateId, actorId: named ? actorId : null, data, readAt: null }
  // One by one: neither database answers the ids of many.
  for (const { id: userId } of people) await Notification.with(tx).insert({ ...told, userId })
  tx.afterCommit(() => {
    const { rooms, mail: mails } = tx.services
    rooms.notificationsChanged(people.map(({ id }) => id))
    if (!mail) return
    const later = outsideTransaction(tx)
    for (const { id: userId } of people) mails.post(() => writeNoticeMail(later, { userId, ...told }))
  })
}
