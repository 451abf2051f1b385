import { Model, type RelationMapping } from 'objection'
import type { BaseModel } from './BaseModel.ts'

/** That a row belongs to one of `model`, whose id its `column` holds. */
export function belongsTo(model: typeof BaseModel, column: string): RelationMapping<Model> {
  return { relation: Model.BelongsToOneRelation, modelClass: model, join: { from: column, to: `${model.tableName}.id` } }
}
