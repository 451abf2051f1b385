import { checkpointSchema, checkpointTextSchema, idSchema, pageSchema, saveCheckpointSchema } from '@prologue/contracts'
import { z } from 'zod'
import { getCheckpoint, listCheckpoints, nameCheckpoint, restoreCheckpoint } from '../drafts/index.ts'
import { byId } from './byId.ts'
import { limited, procedure, router } from './trpc.ts'

export const checkpointsRouter = router({
  list: procedure
    .meta({ policy: 'draft:read' })
    .input(z.object({ conversationId: idSchema, cursor: z.string().max(200).optional() }))
    .output(pageSchema(checkpointSchema))
    .query(({ ctx, input }) => listCheckpoints(ctx, input)),

  get: procedure
    .meta({ policy: 'draft:read' })
    .input(byId)
    .output(checkpointTextSchema)
    .query(({ ctx, input }) => getCheckpoint(ctx, input)),

  save: procedure
    .meta({ policy: 'checkpoint:create' })
    .use(limited('checkpoint'))
    .input(saveCheckpointSchema)
    .output(checkpointSchema)
    .mutation(({ ctx, input }) => nameCheckpoint(ctx, input)),

  restore: procedure
    .meta({ policy: 'draft:write' })
    .use(limited('checkpoint'))
    .input(z.object({ id: idSchema, insteadOf: idSchema.optional() }))
    .output(z.object({ checkpointId: idSchema.nullable() }))
    .mutation(({ ctx, input }) => restoreCheckpoint(ctx, input)),
})
