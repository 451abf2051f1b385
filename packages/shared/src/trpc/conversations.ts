import {
  conversationListSchema,
  conversationSchema,
  listConversationsSchema,
  markReadSchema,
  pinConversationSchema,
  setConversationStatusSchema,
  titleSchema,
} from '@prologue/contracts'
import { z } from 'zod'
import {
  createConversation,
  deleteConversation,
  duplicateConversation,
  getConversation,
  listConversations,
  markConversationRead,
  pinConversation,
  renameConversation,
  restoreConversation,
  setConversationStatus,
} from '../conversations/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

export const conversationsRouter = router({
  list: procedure
    .meta({ policy: 'with-account', because: 'It lists only what the person who asks takes part in.' })
    .input(listConversationsSchema)
    .output(conversationListSchema)
    .query(({ ctx, input }) => listConversations(ctx, input)),

  get: procedure
    .meta({ policy: 'conversation:read' })
    .input(byId)
    .output(conversationSchema)
    .query(({ ctx, input }) => getConversation(ctx, input)),

  create: procedure
    .meta({ policy: 'conversation:create' })
    .input(z.object({ title: titleSchema.optional() }))
    .output(byId)
    .mutation(({ ctx, input }) => createConversation(ctx, input)),

  rename: procedure
    .meta({ policy: 'conversation:rename' })
    .input(byId.extend({ title: titleSchema }))
    .mutation(({ ctx, input }) => renameConversation(ctx, input)),

  setStatus: procedure
    .meta({ policy: 'conversation:set-status' })
    .input(setConversationStatusSchema)
    .mutation(({ ctx, input }) => setConversationStatus(ctx, input)),

  markRead: procedure
    .meta({ policy: 'conversation:read' })
    .input(markReadSchema)
    .mutation(({ ctx, input }) => markConversationRead(ctx, input)),

  pin: procedure
    .meta({ policy: 'conversation:read' })
    .input(pinConversationSchema)
    .mutation(({ ctx, input }) => pinConversation(ctx, input)),

  duplicate: procedure
    .meta({ policy: 'conversation:create' })
    .use(limited('checkpoint'))
    .input(byId)
    .output(byId)
    .mutation(({ ctx, input }) => duplicateConversation(ctx, input)),

  delete: procedure
    .meta({ policy: 'conversation:delete' })
    .input(byId)
    .mutation(({ ctx, input }) => deleteConversation(ctx, input)),

  restore: procedure
    .meta({ policy: 'conversation:restore' })
    .input(byId)
    .mutation(({ ctx, input }) => restoreConversation(ctx, input)),
})
