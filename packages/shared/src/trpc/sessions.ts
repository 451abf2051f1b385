import { idSchema, sessionSchema } from '@prologue/contracts'
import { z } from 'zod'
import { listSessions, revokeOtherSessions, revokeSession } from '../sessions/index.ts'
import { procedure, router } from './trpc.ts'

export const sessionsRouter = router({
  list: procedure.output(z.array(sessionSchema)).query(({ ctx }) => listSessions(ctx)),

  revoke: procedure.input(z.object({ id: idSchema })).mutation(({ ctx, input }) => revokeSession(ctx, input)),

  revokeOthers: procedure.mutation(({ ctx }) => revokeOtherSessions(ctx)),
})
