import type { AlertKind } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'

/** Too much of something in a short time, which administrators were told of. */
export class Alert extends BaseModel {
  declare kind: AlertKind
  /** Whose doing it is; null: anybody's, or of somebody who is gone. */
  declare actorId: string | null
  /** Its kind, whose doing it is and when it began: of these there is one. */
  declare onceKey: string
  declare firstAt: Date
  declare lastAt: Date
  declare count: number
  declare acknowledgedBy: string | null
  declare acknowledgedAt: Date | null

  static override tableName = 'alerts'
  static override instants = ['firstAt', 'lastAt', 'acknowledgedAt']
  static override audited = { kind: 'value', actorId: 'value', acknowledgedBy: 'value', acknowledgedAt: 'value' } as const
}
