import { activityNewsPageSchema, activityNewsSchema, activitySchema, listActivitySchema, pageSchema } from '@prologue/contracts'
import { listActivity, readActivityNews } from '../activity/index.ts'
import { procedure, router } from './trpc.ts'

const reading = procedure.meta({ policy: 'admin:read-activity' })

export const activityRouter = router({
  list: reading
    .input(listActivitySchema)
    .output(pageSchema(activitySchema))
    .query(({ ctx, input }) => listActivity(ctx, input)),

  news: reading
    .input(activityNewsSchema)
    .output(activityNewsPageSchema)
    .query(({ ctx, input }) => readActivityNews(ctx, input)),
})
