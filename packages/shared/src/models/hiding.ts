import { columnName } from '../database/index.ts'
import type { BaseModel } from './BaseModel.ts'

const known = new Map<string, string>()

/**
 * SQL that holds for the rows of `table` for which every row they are hidden with is there, itself hidden by none. Null where
 * the model names none. Worked out once, as it is part of every read: subqueries of Objection's own make a read half as slow
 * again.
 */
export function notHidden(model: typeof BaseModel, table: string): string | null {
  const key = `${model.name} ${table}`
  const condition = known.get(key) ?? conditionOf(model, table)
  known.set(key, condition)
  return condition === '' ? null : condition
}

function conditionOf(model: typeof BaseModel, table: string): string {
  const all = model.hiddenWith.map((relation) => isThere(model, table, relation).there)
  const any = model.hiddenWithAny.map((relation) => {
    const { column, there } = isThere(model, table, relation)
    return `(${table}.${column} is null or ${there})`
  })
  return [...all, ...any].join(' and ')
}

/** The column that holds whose row it is, and that this other row is there. */
function isThere(model: typeof BaseModel, table: string, relation: string): { column: string; there: string } {
  const { ownerProp, relatedModelClass: other } = model.getRelation(relation)
  const [property] = ownerProp.props
  if (property === undefined || !isBaseModel(other)) throw new Error(`${model.name} belongs to no ${relation}`)
  const column = columnName(property)
  const alias = `${table}_${relation}`
  const deleted = other.softDelete ? ` and ${alias}.deleted_at is null` : ''
  const hidden = notHidden(other, alias)
  const there = `exists (select 1 from ${other.tableName} as ${alias} where ${alias}.id = ${table}.${column}${deleted}${hidden ? ` and ${hidden}` : ''})`
  return { column, there }
}

export function isBaseModel(model: object): model is typeof BaseModel {
  return 'hiddenWith' in model
}
