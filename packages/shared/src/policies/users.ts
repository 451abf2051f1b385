import { AppError } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import { signedIn } from './authorize.ts'

/**
 * Accounts and the audit are for administrators.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN
 */
export function administers(actor: Actor): void {
  if (signedIn(actor).role !== 'admin') throw new AppError('FORBIDDEN')
}

/**
 * Reports are for administrators, and for who has the process and so its database.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN
 */
export function readsReports(actor: Actor): void {
  if (actor.kind !== 'system') administers(actor)
}
