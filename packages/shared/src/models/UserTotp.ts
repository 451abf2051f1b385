import { BaseModel } from './BaseModel.ts'

/** The secret an app makes codes from. */
export class UserTotp extends BaseModel {
  declare userId: string
  declare secretEncrypted: Uint8Array
  /** When the first code of the app was right: from then on codes are asked for. */
  declare confirmedAt: Date | null
  /** The time step of the code used last: no code counts twice. */
  declare lastStep: number | null

  static override tableName = 'user_totp'
  static override instants = ['confirmedAt']
  static override audited = { userId: 'value', confirmedAt: 'value' } as const
}
