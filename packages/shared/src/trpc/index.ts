import { authRouter } from './auth.ts'
import { conversationsRouter } from './conversations.ts'
import { draftsRouter } from './drafts.ts'
import { promptsRouter } from './prompts.ts'
import { sharesRouter } from './shares.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  auth: authRouter,
  conversations: conversationsRouter,
  drafts: draftsRouter,
  prompts: promptsRouter,
  shares: sharesRouter,
})

export type AppRouter = typeof appRouter
export { toTrpcError, type RequestCtx } from './trpc.ts'
