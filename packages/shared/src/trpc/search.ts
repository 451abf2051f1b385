import { searchResultSchema, searchSchema } from '@prologue/contracts'
import { search } from '../search/index.ts'
import { publicProcedure, router } from './trpc.ts'

export const searchRouter = router({
  query: publicProcedure
    .input(searchSchema)
    .output(searchResultSchema)
    .query(({ ctx, input }) => search(ctx, input)),
})
