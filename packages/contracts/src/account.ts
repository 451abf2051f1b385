import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { userRoleSchema } from './roles.ts'

export const emailSchema = z.string().trim().max(limits.email).pipe(z.email('Enter a complete e-mail address.'))

export const passwordSchema = z
  .string()
  .min(limits.passwordMin, `Use at least ${limits.passwordMin} characters; 15 or more are better.`)
  .max(limits.passwordMax, `Use at most ${limits.passwordMax} characters.`)

export const signUpSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Enter the name others will see.')
    .max(limits.name, `A name can have ${limits.name} characters.`),
  email: emailSchema,
  password: passwordSchema,
  /** From the setup link that the server prints while it has no administrator. */
  setupToken: z.string().max(100).optional(),
})

export const signInSchema = z.object({
  email: z.string().trim().min(1, 'Enter your e-mail address.').max(limits.email),
  password: z.string().min(1, 'Enter your password.').max(limits.passwordMax),
})

/** What people set for themselves; what is not set is as the program has it. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  /** The language prompts are written in, as a BCP 47 tag. */
  language: z.string().max(35).optional(),
  notifications: z.strictObject({ mail: z.boolean().optional() }).optional(),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** What a mailed or handed-out token is good for, once and for a while. */
export const userTokenPurposes = ['verify-email', 'reset-password', 'change-email', 'second-factor'] as const
export type UserTokenPurpose = (typeof userTokenPurposes)[number]

export const accountSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: userRoleSchema,
})
export type Account = z.infer<typeof accountSchema>
