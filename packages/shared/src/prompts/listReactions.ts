import { limits, personLabel, userRoleSchema, type Reaction } from '@prologue/contracts'
import { z } from 'zod'
import type { Ctx } from '../context.ts'

const rowSchema = z.object({
  promptId: z.string(),
  emoji: z.string(),
  name: z.string(),
  role: userRoleSchema,
  total: z.number(),
  mine: z.number(),
})

/** What people said to these exchanges with one emoji each: the emoji that came first stands first. */
export async function listReactions(ctx: Ctx, promptIds: readonly string[]): Promise<Map<string, Reaction[]>> {
  const me = ctx.actor.kind === 'user' ? ctx.actor.userId : ''
  // Hundreds may have pressed the same: only those who are named are read.
  const ranked = ctx
    .db('prompt_reactions')
    .whereIn('promptId', promptIds)
    .select(
      'promptId',
      'emoji',
      'userId',
      ctx.db.raw('count(*) over (partition by prompt_id, emoji) as total'),
      ctx.db.raw('max(user_id = ?) over (partition by prompt_id, emoji) as mine', [me]),
      ctx.db.raw('min(created_at) over (partition by prompt_id, emoji) as began'),
      ctx.db.raw('row_number() over (partition by prompt_id, emoji order by created_at, id) as place'),
    )
    .as('ranked')
  const rows = await ctx
    .db(ranked)
    .join('users', 'users.id', 'ranked.userId')
    .where('place', '<=', limits.reactionNames)
    .orderBy(['began', 'emoji', 'place'])
    .select('promptId', 'emoji', 'users.name', 'users.role', 'total', 'mine')
  const found = new Map<string, Reaction[]>()
  for (const { promptId, emoji, total, mine, ...person } of rowSchema.array().parse(rows)) {
    const name = personLabel({ name: person.name, guest: person.role === 'guest' })
    const reactions = found.get(promptId) ?? []
    const known = reactions.find((reaction) => reaction.emoji === emoji)
    if (known) known.names.push(name)
    else reactions.push({ emoji, count: total, names: [name], mine: mine === 1 })
    found.set(promptId, reactions)
  }
  return found
}
