import type { AccountRole } from '@prologue/contracts'

export const roleNames: Readonly<Record<AccountRole, string>> = { admin: 'Administrator', moderator: 'Moderator', user: 'User' }
