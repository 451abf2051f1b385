import { BaseModel } from './BaseModel.ts'

/** What a model costs and reads, set here. Micro-USD for a million tokens; null where it is not set. */
export class ModelPrice extends BaseModel {
  /** The name of a provider; empty: of whichever offers the model. */
  declare provider: string
  declare model: string
  declare input: number | null
  declare cachedInput: number | null
  declare output: number | null
  declare contextTokens: number | null

  static override tableName = 'model_prices'
  static override audited = {
    provider: 'value',
    model: 'value',
    input: 'value',
    cachedInput: 'value',
    output: 'value',
    contextTokens: 'value',
  } as const
}
