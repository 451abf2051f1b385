import { AppError } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import { signedIn } from './authorize.ts'

/** How long it is believed that it is still the same person, in milliseconds. */
const believed = 15 * 60_000

/**
 * Dangerous acts are for who proved not long ago that it is them: by signing in, or by password and code since.
 * @throws AppError UNAUTHENTICATED, CONFIRM_IDENTITY
 */
export function recentlyConfirmed(actor: Actor, now: Date): Extract<Actor, { kind: 'user' }> {
  const person = signedIn(actor)
  if (now.getTime() - person.confirmedAt.getTime() > believed) throw new AppError('CONFIRM_IDENTITY')
  return person
}
