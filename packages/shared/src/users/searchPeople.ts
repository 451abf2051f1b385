import { personColour, type Person, type searchPeopleSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { literally } from '../database/index.ts'
import { User } from '../models/index.ts'
import { withAccount } from '../policies/index.ts'

/** Who does not find somebody among these, types more of the name. */
const most = 8

/**
 * Other people with an account whose name begins so, in the order of their names: their names, never an address.
 * @throws AppError UNAUTHENTICATED; FORBIDDEN for guests
 */
export async function searchPeople(ctx: Ctx, { search }: z.infer<typeof searchPeopleSchema>): Promise<Person[]> {
  const { userId } = withAccount(ctx.actor)
  const people = await User.with(ctx)
    .whereRaw("name like ? escape '!'", [`${literally(search)}%`])
    .whereNot('id', userId)
    .whereNot('role', 'guest')
    .orderBy(['name', 'id'])
    .limit(most)
    .select('id', 'name')
  return people.map(({ id, name }) => ({ id, name, colour: personColour(id), guest: false }))
}
