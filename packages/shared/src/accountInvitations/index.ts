export { inviteAccount } from './inviteAccount.ts'
export { listAccountInvitations } from './listAccountInvitations.ts'
export { revokeAccountInvitation } from './revokeAccountInvitation.ts'
