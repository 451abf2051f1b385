import type { Share } from '@prologue/contracts'
import type { ConversationShare } from '../models/index.ts'

type Row = Pick<ConversationShare, 'id' | 'role' | 'expiresAt' | 'createdAt' | 'maxUses' | 'uses' | 'email'>

export function presentShare(share: Row, { createdBy, seesAddress }: { createdBy: string; seesAddress: boolean }): Share {
  const { id, role, expiresAt, createdAt, maxUses, uses, email } = share
  const usesLeft = maxUses === null ? null : maxUses - uses
  return { id, role, expiresAt, createdAt, createdBy, usesLeft, email: seesAddress ? email : null }
}
