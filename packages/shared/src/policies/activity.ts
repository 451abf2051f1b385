import { AppError } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import { signedIn } from './authorize.ts'

/** The audit is read by who administers the server. @throws AppError UNAUTHENTICATED, FORBIDDEN */
export function authorizeActivity(actor: Actor): void {
  if (signedIn(actor).role !== 'admin') throw new AppError('FORBIDDEN', 'Only administrators see the activity.')
}
