import { addCommentSchema, commentListSchema, commentSchema, editCommentSchema, idSchema } from '@prologue/contracts'
import { z } from 'zod'
import {
  addComment,
  deleteComment,
  editComment,
  listComments,
  reopenThread,
  resolveThread,
  restoreComment,
} from '../comments/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

export const commentsRouter = router({
  list: procedure
    .meta({ policy: 'conversation:read' })
    .input(z.object({ conversationId: idSchema }))
    .output(commentListSchema)
    .query(({ ctx, input }) => listComments(ctx, input)),

  add: procedure
    .meta({ policy: 'comment:create' })
    .use(limited('comment'))
    .input(addCommentSchema)
    .output(commentSchema)
    .mutation(({ ctx, input }) => addComment(ctx, input)),

  edit: procedure
    .meta({ policy: 'comment:edit' })
    .use(limited('comment'))
    .input(editCommentSchema)
    .output(commentSchema)
    .mutation(({ ctx, input }) => editComment(ctx, input)),

  delete: procedure
    .meta({ policy: 'comment:delete' })
    .use(limited('comment'))
    .input(byId)
    .mutation(({ ctx, input }) => deleteComment(ctx, input)),

  restore: procedure
    .meta({ policy: 'comment:restore' })
    .use(limited('comment'))
    .input(byId)
    .mutation(({ ctx, input }) => restoreComment(ctx, input)),

  resolve: procedure
    .meta({ policy: 'comment:resolve' })
    .use(limited('comment'))
    .input(byId)
    .mutation(({ ctx, input }) => resolveThread(ctx, input)),

  reopen: procedure
    .meta({ policy: 'comment:resolve' })
    .use(limited('comment'))
    .input(byId)
    .mutation(({ ctx, input }) => reopenThread(ctx, input)),
})
