import {
  activityCountsSchema,
  activityNewsPageSchema,
  activityNewsSchema,
  activityOverTimeSchema,
  activitySchema,
  conversationActivitySchema,
  listActivitySchema,
  ownActivitySchema,
  pageSchema,
  templateActivitySchema,
} from '@prologue/contracts'
import {
  countActivityOverTime,
  exportActivity,
  listActivity,
  listConversationActivity,
  listTemplateActivity,
  readActivityNews,
} from '../activity/index.ts'
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

  ofConversation: procedure
    .meta({ policy: 'conversation:read-activity' })
    .input(conversationActivitySchema)
    .output(pageSchema(ownActivitySchema))
    .query(({ ctx, input }) => listConversationActivity(ctx, input)),

  ofTemplate: procedure
    .meta({ policy: 'template:read-activity' })
    .input(templateActivitySchema)
    .output(pageSchema(ownActivitySchema))
    .query(({ ctx, input }) => listTemplateActivity(ctx, input)),
})
