import { BaseModel } from './BaseModel.ts'

/** The way to an account for one address, for whoever has the link that was mailed there. One that is over has no row. */
export class AccountInvitation extends BaseModel {
  /** Null where the row of who invited is gone. */
  declare invitedBy: string | null
  declare email: string
  declare emailCanonical: string
  /** SHA-256 of the token, in hex; the token itself is in the mail alone. */
  declare tokenHash: string
  declare expiresAt: Date

  static override tableName = 'account_invitations'
  static override instants = ['expiresAt']
  // Without the address: it goes when the invitation does, and the audit stays.
  static override audited = { invitedBy: 'value', expiresAt: 'value' } as const
}
