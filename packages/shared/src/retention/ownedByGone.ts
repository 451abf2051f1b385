import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'

/** The ids of what accounts own that were deleted before `cut`, or erased. */
export function ownedByGone(ctx: Ctx, table: 'conversations' | 'templates', cut: Date): Knex.QueryBuilder {
  return ctx
    .db('users')
    .join(table, `${table}.ownerId`, 'users.id')
    .whereNotNull('users.deletedAt')
    .where((gone) => gone.where('users.deletedAt', '<', cut).orWhereNotNull('users.erasedAt'))
    .select(`${table}.id`)
}
