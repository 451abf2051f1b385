import {
  activityCountsSchema,
  activityNewsPageSchema,
  activityNewsSchema,
  activityOverTimeSchema,
  activitySchema,
  listActivitySchema,
  pageSchema,
} from '@prologue/contracts'
import { countActivityOverTime, exportActivity, listActivity, readActivityNews } from '../activity/index.ts'
import { procedure, router } from './trpc.ts'

const reading = procedure.meta({ policy: 'admin:read-activity' })

export const activityRouter = router({
  list: reading
    .input(listActivitySchema)
    .output(pageSchema(activitySchema))
    .query(({ ctx, input }) => listActivity(ctx, input)),

  overTime: reading
    .input(activityOverTimeSchema)
    .output(activityCountsSchema)
    .query(({ ctx, input }) => countActivityOverTime(ctx, input)),

  export: reading
    .input(listActivitySchema)
    .output(pageSchema(activitySchema))
    .query(({ ctx, input }) => exportActivity(ctx, input)),

  news: reading
    .input(activityNewsSchema)
    .output(activityNewsPageSchema)
    .query(({ ctx, input }) => readActivityNews(ctx, input)),
})
