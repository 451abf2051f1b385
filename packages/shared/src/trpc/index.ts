import { activityRouter } from './activity.ts'
import { adminRouter } from './admin.ts'
import { authRouter } from './auth.ts'
import { conversationsRouter } from './conversations.ts'
import { draftsRouter } from './drafts.ts'
import { promptsRouter } from './prompts.ts'
import { searchRouter } from './search.ts'
import { sharesRouter } from './shares.ts'
import { templatesRouter } from './templates.ts'
import { router } from './trpc.ts'
import { usersRouter } from './users.ts'

export const appRouter = router({
  activity: activityRouter,
  admin: adminRouter,
  auth: authRouter,
  conversations: conversationsRouter,
  drafts: draftsRouter,
  prompts: promptsRouter,
  search: searchRouter,
  shares: sharesRouter,
  templates: templatesRouter,
  users: usersRouter,
})

export type AppRouter = typeof appRouter
export { toTrpcError, type RequestCtx } from './trpc.ts'
