import type { QueryBuilder } from 'objection'
import type { Ctx } from '../context.ts'
import type { Row } from './audit.ts'
import type { BaseModel } from './BaseModel.ts'

type AnyModel = typeof BaseModel

/** Of the rows of a query only what the audit may keep. */
export async function auditedRows(model: AnyModel, ctx: Ctx, query: QueryBuilder<BaseModel>): Promise<Row[]> {
  if (!model.audited) return []
  const { direct } = ctx.database.dialect
  const rows = await direct.select(ctx.db, query.select(['id', ...Object.keys(model.audited)]).toKnexQuery())
  return rows.map((row) => model.fromDatabaseJson(row).$toJson())
}

/** Whether a patch writes anything that the audit keeps, or that rows are found by. */
export function isFollowed(model: AnyModel, items: readonly BaseModel[]): boolean {
  const names = [...Object.keys(model.audited ?? {}), ...Object.keys(model.searched?.fields ?? {})]
  return items.some((item) => hasExpressions(item) || names.some((name) => name in item))
}

/**
 * The rows after what `item` says was written to them: read again only where it holds expressions, which the database alone
 * can work out.
 */
export async function rowsAfter(
  model: AnyModel,
  ctx: Ctx,
  before: readonly Row[],
  item: BaseModel | undefined,
): Promise<(Row | null)[]> {
  if (item && !hasExpressions(item)) {
    const values = written(model, item)
    return before.map((row) => ({ ...row, ...values }))
  }
  const ids = before.map((row) => String(row['id']))
  const rows = await auditedRows(model, ctx, model.query(ctx.db).context({ withDeleted: true }).whereIn('id', ids))
  const byId = new Map(rows.map((row) => [row['id'], row]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** What the audit may keep of the values in `item`, as they are going to be read. */
function written(model: AnyModel, item: BaseModel): Row {
  const values: Row = Object.fromEntries(Object.entries(item))
  const names = Object.keys(model.audited ?? {}).filter((name) => values[name] !== undefined)
  return Object.fromEntries(
    names.map((name) => {
      const schema = model.json[name]
      return [name, schema ? schema.parse(values[name]) : values[name]]
    }),
  )
}

/** Whether it has values that only the database can work out. Objection keeps them beside the others. */
export function hasExpressions(item: BaseModel): boolean {
  return '$$queryProps' in item
}
