import {
  conversationSchema,
  conversationSummarySchema,
  idSchema,
  listConversationsSchema,
  pageSchema,
  titleSchema,
} from '@prologue/contracts'
import { z } from 'zod'
import {
  archiveConversation,
  createConversation,
  deleteConversation,
  getConversation,
  listConversations,
  renameConversation,
  restoreConversation,
  unarchiveConversation,
} from '../conversations/index.ts'
import { procedure, router } from './trpc.ts'

const byId = z.object({ id: idSchema })

export const conversationsRouter = router({
  list: procedure
    .input(listConversationsSchema)
    .output(pageSchema(conversationSummarySchema))
    .query(({ ctx, input }) => listConversations(ctx, input)),

  get: procedure
    .input(byId)
    .output(conversationSchema)
    .query(({ ctx, input }) => getConversation(ctx, input)),

  create: procedure
    .input(z.object({ title: titleSchema.optional() }))
    .output(byId)
    .mutation(({ ctx, input }) => createConversation(ctx, input)),

  rename: procedure.input(byId.extend({ title: titleSchema })).mutation(({ ctx, input }) => renameConversation(ctx, input)),

  archive: procedure.input(byId).mutation(({ ctx, input }) => archiveConversation(ctx, input)),

  unarchive: procedure.input(byId).mutation(({ ctx, input }) => unarchiveConversation(ctx, input)),

  delete: procedure.input(byId).mutation(({ ctx, input }) => deleteConversation(ctx, input)),

  restore: procedure.input(byId).mutation(({ ctx, input }) => restoreConversation(ctx, input)),
})
