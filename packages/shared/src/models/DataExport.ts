import type { DataExportState } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'

/** An archive of what one person has, which is there for a day. */
export class DataExport extends BaseModel {
  declare userId: string
  declare state: DataExportState
  declare attempts: number
  /** Of the attempt under way, and then of the one that wrote the file; who has another may tell nothing of it. */
  declare lease: string | null
  declare leasedUntil: Date | null
  /** How many are in it so far, and about how many there will be. */
  declare entries: number
  declare expectedEntries: number
  declare bytes: number | null
  declare expiresAt: Date | null

  static override tableName = 'data_exports'
  static override instants = ['leasedUntil', 'expiresAt']
  static override audited = { userId: 'value', state: 'value' } as const
}
