import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import { afterPage, columnOf, page, testWords, type Hit, type Search } from './findHits.ts'
import type { Order } from './sources.ts'

/**
 * Tests templates in an order that they are kept in: of the public ones the next `rows`, and all others the actor may see, which
 * are few. May find fewer than there are.
 */
export async function walkTemplates(ctx: Ctx, search: Search & { order: Order }, rows: number): Promise<Hit[]> {
  const { source, order, terms } = search
  const column = columnOf(source, order)
  const walk = () => {
    const query = ctx.db('templates').whereNull('templates.deletedAt').select('templates.id', { value: column })
    afterPage(ctx, query, search, [column, 'templates.id'])
    return query
  }
  const library = walk()
    .where('templates.visibility', 'public')
    .orderBy([
      { column, order: 'desc' },
      { column: 'templates.id', order: 'desc' },
    ])
    .limit(rows)
  // Each is read from an index of its own: asked for in one condition with the public ones, none would be.
  const candidates = ctx.db.from(library.as('library')).select('id', 'value').union(others(ctx, walk))
  const found = ctx.db.from(candidates.as('candidates')).crossJoin(source.table, `${source.table}.${source.key}`, 'candidates.id')
  source.visible(found, ctx.actor)
  testWords(found, source, terms)
  return page(ctx, found, search, 'candidates')
}

function others({ db, actor }: Ctx, walk: () => Knex.QueryBuilder): Knex.QueryBuilder[] {
  if (actor.kind !== 'user') return []
  const closed = () => walk().whereNot('templates.visibility', 'public')
  const mine = closed().where('templates.ownerId', actor.userId)
  const ofMembers = closed().whereIn(
    'templates.organizationId',
    db('organization_members').select('organizationId').where({ userId: actor.userId }),
  )
  return actor.role === 'admin' ? [mine, ofMembers, closed().whereNull('templates.ownerId')] : [mine, ofMembers]
}
