import { sessionSchema } from '@prologue/contracts'
import { z } from 'zod'
import { listSessions, revokeOtherSessions, revokeSession } from '../sessions/index.ts'
import { byId } from './byId.ts'
import { procedure, router } from './trpc.ts'

export const sessionsRouter = router({
  list: procedure
    .meta({ policy: 'with-account', because: 'It lists the sessions of the account that asks.' })
    .output(z.array(sessionSchema))
    .query(({ ctx }) => listSessions(ctx)),

  revoke: procedure
    .meta({ policy: 'session:revoke' })
    .input(byId)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),

  revokeOthers: procedure
    .meta({ policy: 'with-account', because: 'It ends sessions of the account that asks.' })
    .mutation(({ ctx }) => revokeOtherSessions(ctx)),
})
