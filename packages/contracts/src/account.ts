import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { currentPasswordSchema, passwordSchema } from './passwords.ts'
import { personNameSchema } from './personName.ts'
import { accountAbilitySchema, userRoleSchema } from './roles.ts'
import { twoFactorSchema } from './twoFactor.ts'

const addressTooLong = `An address can have ${limits.email} characters.`

export const emailSchema = z.string().trim().max(limits.email, addressTooLong).pipe(z.email('Enter a complete e-mail address.'))

export const signUpSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
  /** From the setup link that the server prints while it has no administrator. */
  setupToken: z.string().max(100, 'This link is not complete. Open it again as it was printed.').optional(),
  /** From the mail by which an administrator invited this address. */
  invitation: z.string().max(100, 'This link is not complete. Open it again from the mail.').optional(),
})

export const signInSchema = z.object({
  email: z.string().trim().min(1, 'Enter your e-mail address.').max(limits.email, addressTooLong),
  password: currentPasswordSchema,
})

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** What people set for themselves; what is not set is as the program has it. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  /** The language prompts are written in, as a BCP 47 tag. */
  language: z.string().max(35).refine(isLanguageTag, 'Choose a language.').optional(),
  notifications: z.strictObject({ mail: z.boolean().optional() }).optional(),
  /** Names of the checker's rules that find nothing for this person: while they write, and when they publish. */
  checker: z.strictObject({ off: z.array(z.string().regex(/^[a-z-]{1,40}$/, 'This is no name of a rule.')).max(200) }).optional(),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** What a mailed or handed-out token is good for, once and for a while. */
export const userTokenPurposes = ['verify-email', 'reset-password', 'change-email', 'second-factor'] as const
export type UserTokenPurpose = (typeof userTokenPurposes)[number]

export const accountSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Null of a guest, who has none. */
  email: z.string().nullable(),
  role: userRoleSchema,
  /** What it may do on the server as a whole. */
  abilities: z.array(accountAbilitySchema),
})
export type Account = z.infer<typeof accountSchema>

/** Who makes an account: everybody, who was invited by an administrator, or nobody. */
export const signUpModes = ['open', 'invitation', 'closed'] as const
export type SignUpMode = (typeof signUpModes)[number]

/** Who asks, and what this server is to somebody who is nobody yet. */
export const meSchema = z.object({
  account: accountSchema.nullable(),
  /** Whether this server waits for its first administrator. */
  canSetUp: z.boolean(),
  /** Whether it sends mail. */
  mail: z.boolean(),
  signUp: z.enum(signUpModes),
  /** What administrators tell everybody; empty: nothing. */
  announcement: z.string(),
})
export type Me = z.infer<typeof meSchema>

/** Who signs in has an address. */
export const signedInSchema = z.object({ status: z.literal('signed-in'), account: accountSchema.extend({ email: z.string() }) })
export type SignedInAccount = z.infer<typeof signedInSchema>['account']

/** `check-mail` for a new address and for a taken one alike: the mail says which it is. */
export const signUpAnswerSchema = z.discriminatedUnion('status', [signedInSchema, z.object({ status: z.literal('check-mail') })])

/** `challenge` goes back with a code of the second factor. */
export const signInAnswerSchema = z.discriminatedUnion('status', [
  signedInSchema,
  z.object({ status: z.literal('second-factor'), challenge: z.string() }),
])

const linkIncomplete = 'This link is not complete. Open it again from the mail.'

/** What stands behind the `#` of a mailed link. */
export const mailedTokenSchema = z.string().min(1, linkIncomplete).max(100, linkIncomplete)

export const requestPasswordResetSchema = z.object({ email: signInSchema.shape.email })
export const resetPasswordSchema = z.object({ token: mailedTokenSchema, password: passwordSchema })
export const redeemTokenSchema = z.object({ token: mailedTokenSchema })
/** The password of the account: an address is confirmed by who chose both. */
export const verifyEmailSchema = redeemTokenSchema.extend({ password: currentPasswordSchema })
/** Whose address it now is. */
export const redeemedSchema = z.object({ email: z.string() })

/** What people see of their own account. */
export const ownAccountSchema = accountSchema.omit({ id: true }).extend({
  email: z.string(),
  emailVerified: z.boolean(),
  preferences: preferencesSchema,
  twoFactor: twoFactorSchema,
  createdAt: z.date(),
})
export type OwnAccount = z.infer<typeof ownAccountSchema>

/** What goes with an account: how much it owns, and how much of that others have a part in. */
export const belongingsSchema = z.object({
  conversations: z.int(),
  sharedConversations: z.int(),
  templates: z.int(),
  publicTemplates: z.int(),
})
export type Belongings = z.infer<typeof belongingsSchema>

export const renameAccountSchema = z.object({ name: personNameSchema })
export const setPreferencesSchema = z.object({ preferences: preferencesSchema })
export const changePasswordSchema = z.object({ currentPassword: currentPasswordSchema, password: passwordSchema })
/** The address typed out, by which somebody shows that they mean it, and the password, that it is them. */
export const deleteAccountSchema = z.object({ email: emailSchema, password: currentPasswordSchema })
export const requestEmailChangeSchema = z.object({ email: emailSchema })
