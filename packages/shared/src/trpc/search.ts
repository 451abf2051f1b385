import { searchResultSchema, searchSchema } from '@prologue/contracts'
import { search } from '../search/index.ts'
import { limited, publicProcedure, router } from './trpc.ts'

export const searchRouter = router({
  query: publicProcedure
    .use(limited('search'))
    .input(searchSchema)
    .output(searchResultSchema)
    .query(({ ctx, input }) => search(ctx, input)),
})
