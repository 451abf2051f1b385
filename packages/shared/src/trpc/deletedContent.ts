import { deletedItemSchema, deletedOneSchema, listDeletedSchema, pageSchema } from '@prologue/contracts'
import { bringBack, listDeleted, purgeNow } from '../deletedContent/index.ts'
import { procedure, router } from './trpc.ts'

const managing = procedure.meta({ policy: 'admin:manage-content' })

export const deletedContentRouter = router({
  list: managing
    .input(listDeletedSchema)
    .output(pageSchema(deletedItemSchema))
    .query(({ ctx, input }) => listDeleted(ctx, input)),

  bringBack: managing.input(deletedOneSchema).mutation(({ ctx, input }) => bringBack(ctx, input)),

  purge: managing.input(deletedOneSchema).mutation(({ ctx, input }) => purgeNow(ctx, input)),
})
