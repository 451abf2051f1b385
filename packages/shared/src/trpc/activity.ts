import { activitySchema, listActivitySchema, pageSchema } from '@prologue/contracts'
import { listActivity } from '../activity/index.ts'
import { procedure, router } from './trpc.ts'

export const activityRouter = router({
  list: procedure
    .meta({ policy: 'admin:read-activity' })
    .input(listActivitySchema)
    .output(pageSchema(activitySchema))
    .query(({ ctx, input }) => listActivity(ctx, input)),
})
