import { personSchema, searchPeopleSchema } from '@prologue/contracts'
import { z } from 'zod'
import { searchPeople } from '../users/index.ts'
import { limited, procedure, router } from './trpc.ts'

export const peopleRouter = router({
  search: procedure
    .meta({
      policy: 'with-account',
      because: 'Whoever has an account may invite others by their names; nothing else of them is told.',
    })
    .use(limited('search'))
    .input(searchPeopleSchema)
    .output(z.array(personSchema))
    .query(({ ctx, input }) => searchPeople(ctx, input)),
})
