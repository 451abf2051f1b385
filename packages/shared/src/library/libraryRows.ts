import type { LibraryFilter } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import { queryTerms, type Term } from '../database/words/index.ts'
import { signedIn } from '../policies/index.ts'

/** Templates that a filter leaves, and the words it asks for. */
export function libraryRows(ctx: Ctx, filter: LibraryFilter): { rows: Knex.QueryBuilder; terms: Term[] } {
  const { scope, category, family, authorId, tags } = filter
  const rows = ctx.db('templates')
  if (scope === 'public') void rows.where('templates.visibility', 'public')
  else if (scope === 'favourites') {
    const mine = ctx
      .db('template_favourites')
      .select('templateId')
      .where({ userId: signedIn(ctx.actor).userId })
    void rows.whereIn('templates.id', mine).whereNot('templates.visibility', 'private')
  } else void rows.where('templates.ownerId', signedIn(ctx.actor).userId)
  if (scope === 'deleted') void rows.whereNotNull('templates.deletedAt')
  else void rows.whereNull('templates.deletedAt')
  void rows.whereRaw('(select owner.deleted_at from users as owner where owner.id = templates.owner_id) is null')
  if (category !== undefined) void rows.where('templates.category', category)
  if (family !== undefined) void rows.where('templates.family', family)
  if (authorId !== undefined) void rows.where('templates.ownerId', authorId)
  for (const tag of tags) void rows.whereRaw('instr(templates.tags, ?) > 0', [JSON.stringify(tag)])
  const terms = queryTerms(filter.text, { typing: filter.prefix })
  if (terms.length > 0) void rows.join('template_search', 'template_search.templateId', 'templates.id')
  for (const { text, prefix } of terms) {
    void rows.whereRaw('instr(template_search.tokens, ?) > 0', [` ${text}${prefix ? '' : ' '}`])
  }
  return { rows, terms }
}
