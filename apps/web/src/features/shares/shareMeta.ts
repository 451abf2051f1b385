import type { Share } from '@prologue/contracts'
import { ago, dateOnly } from '../../ui/time.ts'

/** Who made it and when, how many it still lets in, and when it ends. */
export function shareMeta(
  share: Pick<Share, 'createdBy' | 'createdAt' | 'usesLeft' | 'expiresAt'>,
  now: Date = new Date(),
): string {
  const end = share.expiresAt ? `ends ${dateOnly(share.expiresAt, now)}` : 'does not end'
  const uses = share.usesLeft === null ? [] : [share.usesLeft === 1 ? 'for one more' : `for ${share.usesLeft} more`]
  return [`${share.createdBy}, ${ago(share.createdAt, now)}`, ...uses, end].join(' · ')
}
