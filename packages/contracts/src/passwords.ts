import { z } from 'zod'
import { limits } from './limits.ts'

const tooLong = `A password can have ${limits.passwordMax} characters.`

/** One that is chosen. */
export const passwordSchema = z
  .string()
  .min(limits.passwordMin, `Use at least ${limits.passwordMin} characters; 15 or more are better.`)
  .max(limits.passwordMax, tooLong)

/** One that an account has, entered to prove who one is. */
export const currentPasswordSchema = z.string().min(1, 'Enter your password.').max(limits.passwordMax, tooLong)
