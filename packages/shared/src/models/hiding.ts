import type { BaseModel } from './BaseModel.ts'

const known = new Map<string, string>()

/**
 * SQL that holds for the rows of `table` for which every row they are hidden with is there, itself hidden by none. Null where
 * the model names none. Worked out once, as it is part of every read: subqueries of Objection's own make a read half as slow
 * again.
 */
export function notHidden(model: typeof BaseModel, table: string): string | null {
  if (model.hiddenWith.length === 0) return null
  const key = `${model.name} ${table}`
  const condition = known.get(key) ?? model.hiddenWith.map((relation) => isThere(model, table, relation)).join(' and ')
  known.set(key, condition)
  return condition
}

function isThere(model: typeof BaseModel, table: string, relation: string): string {
  const { ownerProp, relatedModelClass: other } = model.getRelation(relation)
  const [property] = ownerProp.props
  if (property === undefined || !isBaseModel(other)) throw new Error(`${model.name} belongs to no ${relation}`)
  const column = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const alias = `${table}_${relation}`
  const deleted = other.softDelete ? ` and ${alias}.deleted_at is null` : ''
  const hidden = notHidden(other, alias)
  return `exists (select 1 from ${other.tableName} as ${alias} where ${alias}.id = ${table}.${column}${deleted}${hidden ? ` and ${hidden}` : ''})`
}

export function isBaseModel(model: object): model is typeof BaseModel {
  return 'hiddenWith' in model
}
