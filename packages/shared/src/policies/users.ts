import { AppError } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import { signedIn } from './authorize.ts'

/**
 * Accounts and reports are for administrators.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN
 */
export function administers(actor: Actor): void {
  if (signedIn(actor).role !== 'admin') throw new AppError('FORBIDDEN')
}
