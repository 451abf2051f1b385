import { searchResultSchema, searchSchema } from '@prologue/contracts'
import { search } from '../search/index.ts'
import { limited, procedure, router } from './trpc.ts'

export const searchRouter = router({
  query: procedure
    .meta({ policy: 'public', because: 'The list scopes leave out what the actor may not see; nobody finds what is public.' })
    .use(limited('search'))
    .input(searchSchema)
    .output(searchResultSchema)
    .query(({ ctx, input }) => search(ctx, input)),
})
