import { activityJoinSchema, AppError, toWireError, type ActivityJoined } from '@prologue/contracts'
import { createRateLimit } from '@prologue/collab/server'
import { authorize, explain } from '@prologue/shared'
import { answerTo } from './answerTo.ts'
import type { AppSocket, SocketParts } from './createSockets.ts'
import type { ActivityNews } from './makeActivityNews.ts'
import { roomOf } from './roomOf.ts'

const comings = { perSecond: 2, burst: 10 }

/** Listening to what happens on the whole server, which is for administrators. Who loses the role is signed out. */
export function activityEvents(socket: AppSocket, news: ActivityNews, parts: SocketParts): void {
  const allowance = createRateLimit(comings.perSecond, comings.burst, () => performance.now())

  socket.on('activity:join', async (input, reply) => {
    const answer = answerTo<ActivityJoined>(reply)
    try {
      if (!activityJoinSchema.safeParse(input).success) throw new AppError('VALIDATION')
      if (!allowance.take()) throw new AppError('RATE_LIMITED')
      authorize(socket.data.identity.actor, 'admin:read-activity')
      await socket.join(roomOf.activity)
      answer({ ok: true, settled: await news.begun() })
    } catch (error) {
      void socket.leave(roomOf.activity)
      answer({ ok: false, error: toWireError(explain(error, parts, { socketId: socket.id }), socket.id) })
    }
  })

  socket.on('activity:leave', () => void socket.leave(roomOf.activity))
}
