import { modelListSchema } from '@prologue/contracts'
import { listModels } from '../providers/index.ts'
import { procedure, router } from './trpc.ts'

export const modelsRouter = router({
  list: procedure
    .meta({
      policy: 'signed-in',
      because: 'Whoever may write in a conversation, guests too, chooses a model; what one has spent is one’s own.',
    })
    .output(modelListSchema)
    .query(({ ctx }) => listModels(ctx)),
})
