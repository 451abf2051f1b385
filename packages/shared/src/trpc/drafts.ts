import { draftAuthorSchema, draftAuthorsSchema, idSchema } from '@prologue/contracts'
import { z } from 'zod'
import { applyPrompt, listAuthors, undoApply } from '../drafts/index.ts'
import { limited, procedure, router } from './trpc.ts'

export const draftsRouter = router({
  authors: procedure
    .meta({ policy: 'draft:read' })
    .input(draftAuthorsSchema)
    .output(z.array(draftAuthorSchema))
    .query(({ ctx, input }) => listAuthors(ctx, input)),

  applyPrompt: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('checkpoint'))
    .input(z.object({ promptId: idSchema }))
    .output(z.object({ checkpointId: idSchema.nullable() }))
    .mutation(({ ctx, input }) => applyPrompt(ctx, input)),

  undoApply: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('checkpoint'))
    .input(z.object({ promptId: idSchema, checkpointId: idSchema }))
    .mutation(({ ctx, input }) => undoApply(ctx, input)),
})
