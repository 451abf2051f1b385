import { idSchema } from '@prologue/contracts'
import { z } from 'zod'
import { applyPrompt, restoreCheckpoint } from '../drafts/index.ts'
import { procedure, router } from './trpc.ts'

export const draftsRouter = router({
  applyPrompt: procedure
    .input(z.object({ promptId: idSchema }))
    .output(z.object({ checkpointId: idSchema.nullable() }))
    .mutation(({ ctx, input }) => applyPrompt(ctx, input)),

  restoreCheckpoint: procedure
    .input(z.object({ checkpointId: idSchema }))
    .output(z.object({ changed: z.boolean() }))
    .mutation(({ ctx, input }) => restoreCheckpoint(ctx, input)),
})
