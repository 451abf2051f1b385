import { idSchema } from '@prologue/contracts'
import { z } from 'zod'
import { applyPrompt, undoApply } from '../drafts/index.ts'
import { procedure, router } from './trpc.ts'

export const draftsRouter = router({
  applyPrompt: procedure
    .meta({ policy: 'draft:write' })
    .input(z.object({ promptId: idSchema }))
    .output(z.object({ checkpointId: idSchema.nullable() }))
    .mutation(({ ctx, input }) => applyPrompt(ctx, input)),

  undoApply: procedure
    .meta({ policy: 'draft:write' })
    .input(z.object({ promptId: idSchema, checkpointId: idSchema }))
    .mutation(({ ctx, input }) => undoApply(ctx, input)),
})
