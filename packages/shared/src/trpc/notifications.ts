import {
  listNotificationsSchema,
  markNotificationsReadSchema,
  notificationSchema,
  pageSchema,
  unreadNotificationsSchema,
} from '@prologue/contracts'
import { countUnread, listNotifications, markRead } from '../notifications/index.ts'
import { procedure, router } from './trpc.ts'

const own = procedure.meta({
  policy: 'signed-in',
  because: 'It is about what the person who asks was told, and about no one else.',
})

export const notificationsRouter = router({
  list: own
    .input(listNotificationsSchema)
    .output(pageSchema(notificationSchema))
    .query(({ ctx, input }) => listNotifications(ctx, input)),

  unread: own.output(unreadNotificationsSchema).query(({ ctx }) => countUnread(ctx)),

  markRead: own.input(markNotificationsReadSchema).mutation(({ ctx, input }) => markRead(ctx, input)),
})
