import { searchResultSchema, searchSchema } from '@prologue/contracts'
import { search } from '../search/index.ts'
import { limited, publicProcedure, router } from './trpc.ts'

/** As fast as somebody types, and a few of them behind one address. */
const typing = limited(60, 10)

export const searchRouter = router({
  query: publicProcedure
    .use(typing)
    .input(searchSchema)
    .output(searchResultSchema)
    .query(({ ctx, input }) => search(ctx, input)),
})
