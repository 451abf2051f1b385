import { personColour, type Person, type searchPeopleSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { literally } from '../database/index.ts'
import { mostNameParts } from '../database/words/index.ts'
import { withAccount } from '../policies/index.ts'

/** Who does not find somebody among these, types more of the name. */
const most = 8

/**
 * Other people with an account whose name, or a word in it, begins so, in the order of what begins so: their names, never an
 * address.
 * @throws AppError UNAUTHENTICATED; FORBIDDEN for guests
 */
export async function searchPeople(ctx: Ctx, { search }: z.infer<typeof searchPeopleSchema>): Promise<Person[]> {
  const { userId } = withAccount(ctx.actor)
  const rows = await ctx
    .db('user_name_parts as found')
    .join('users', 'users.id', 'found.userId')
    .whereRaw("found.part like ? escape '!'", [`${literally(search)}%`])
    .whereNot('users.id', userId)
    .whereNot('users.role', 'guest')
    .whereNull('users.deletedAt')
    .orderBy(['found.part', 'found.userId'])
    // However often each is among them.
    .limit(most * mostNameParts)
    .select<{ id: string; name: string }[]>('users.id', 'users.name')
  const people = [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, most)
  return people.map(({ id, name }) => ({ id, name, colour: personColour(id), guest: false }))
}
