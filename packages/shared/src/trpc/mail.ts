import { keptMailSchema, outboxMailSchema } from '@prologue/contracts'
import { z } from 'zod'
import { listMails, listOutbox } from '../mail/index.ts'
import { procedure, router } from './trpc.ts'

export const mailRouter = router({
  list: procedure
    .meta({ policy: 'admin:read-mail' })
    .output(z.array(keptMailSchema))
    .query(({ ctx }) => listMails(ctx)),

  outbox: procedure
    .meta({ policy: 'admin:read-mail' })
    .output(z.array(outboxMailSchema))
    .query(({ ctx }) => listOutbox(ctx)),
})
