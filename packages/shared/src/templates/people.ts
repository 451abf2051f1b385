import { personColour, type Person } from '@prologue/contracts'
import type { Ctx } from '../context.ts'

/** Guests have no templates. */
export function presentPerson({ id, name }: { id: string; name: string }): Person {
  return { id, name, colour: personColour(id), guest: false }
}

/** People by their ids. Who deleted an account is still named beside what they wrote. */
export async function peopleById(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string | null, Person>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  const rows = await ctx.db('users').whereIn('id', known).select<{ id: string; name: string }[]>('id', 'name')
  return new Map(rows.map((row) => [row.id, presentPerson(row)]))
}
