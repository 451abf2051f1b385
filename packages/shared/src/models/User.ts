import { preferencesSchema, type Preferences, type UserRole } from '@prologue/contracts'
import { BaseModel } from './BaseModel.ts'

export class User extends BaseModel {
  declare name: string
  declare email: string
  /** Lower case and normalised: what is compared and unique. */
  declare emailCanonical: string
  declare emailVerifiedAt: Date | null
  declare passwordHash: string
  declare role: UserRole
  declare failedSignIns: number
  declare lockedUntil: Date | null
  declare preferences: Preferences
  /** When everything that tells who it was went; the row stays for what it is named in. */
  declare erasedAt: Date | null
  declare deletedAt: Date | null

  static override tableName = 'users'
  static override softDelete = true
  static override instants = ['emailVerifiedAt', 'lockedUntil', 'erasedAt']
  static override json = { preferences: preferencesSchema }
  static override audited = {
    name: 'redacted',
    email: 'redacted',
    passwordHash: 'redacted',
    role: 'value',
    emailVerifiedAt: 'value',
    lockedUntil: 'value',
    erasedAt: 'value',
    deletedAt: 'value',
  } as const
}
