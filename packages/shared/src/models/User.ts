import type { UserRole } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'

export class User extends BaseModel {
  declare name: string
  declare email: string
  /** Lower case and normalised: what is compared and unique. */
  declare emailCanonical: string
  declare passwordHash: string
  declare role: UserRole
  declare deletedAt: Date | null

  static override tableName = 'users'
  static override softDelete = true
  static override audited = { role: 'value', deletedAt: 'value' } as const
}
