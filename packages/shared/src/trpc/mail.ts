import { keptMailSchema } from '@prologue/contracts'
import { z } from 'zod'
import { listMails } from '../mail/index.ts'
import { procedure, router } from './trpc.ts'

export const mailRouter = router({
  list: procedure
    .meta({ policy: 'admin:read-mail' })
    .output(z.array(keptMailSchema))
    .query(({ ctx }) => listMails(ctx)),
})
