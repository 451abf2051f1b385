import { AppError } from '@prologue/contracts'
import { dictionary } from '@zxcvbn-ts/language-common'

/** The passwords that others use most: guessed first. The shorter ones are here for those that are made of them. */
const common = new Set(dictionary['passwords-common'])

/** @throws AppError VALIDATION where the password is one of those guessed first: a common one, or the person's name or address. */
export function refuseCommonPassword(password: string, own: readonly string[]): void {
  const guess = password.toLowerCase()
  const owned = own.flatMap((word) => [word, word.split('@')[0] ?? '']).some((word) => word.trim().toLowerCase() === guess)
  if (owned) throw new AppError('VALIDATION', 'Do not use your name or address as your password. Choose another one.')
  // What is only repeated or has a number at its end is guessed as early.
  const base = guess.replace(/\d{1,4}$/, '')
  if (common.has(guess) || common.has(base) || /^(.{1,4})\1+$/.test(guess)) {
    throw new AppError(
      'VALIDATION',
      'This password is used by many and guessed first. Choose another one, or several unrelated words.',
    )
  }
}
