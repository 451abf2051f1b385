import { accounts } from './001_accounts.ts'
import { conversations } from './002_conversations.ts'
import { drafts } from './003_drafts.ts'
import { audit } from './004_audit.ts'
import type { Migration } from './migration.ts'

/** In the order they are applied; a name that was released never changes. */
export const migrations: readonly Migration[] = [accounts, conversations, drafts, audit]
