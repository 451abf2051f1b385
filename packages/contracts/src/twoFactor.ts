import { z } from 'zod'
import { limits } from './limits.ts'
import { currentPasswordSchema } from './passwords.ts'

const ofAppOrKept = 'Enter the six digits of your app, or a recovery code.'
const ofApp = 'Enter the six digits that your app shows.'

/** What an app shows, or a recovery code; spaces and hyphens are for the eye. */
export const codeSchema = z
  .string()
  .max(limits.code, ofAppOrKept)
  .transform((text) => text.replaceAll(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^(\d{6}|[a-z2-7]{16})$/, ofAppOrKept))

/** Six digits alone: what an app shows. */
export const appCodeSchema = z
  .string()
  .max(limits.code, ofApp)
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, ofApp))

export const confirmSecondFactorSchema = z.object({
  /** From a sign-in whose password was right: 256 random bits in base64url. */
  challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This sign-in is not complete. Begin it again.'),
  code: codeSchema,
})

export const confirmIdentitySchema = z.object({
  password: currentPasswordSchema,
  /** Due where the account has a second factor. */
  code: codeSchema.optional(),
})

export const enableTwoFactorSchema = z.object({ code: appCodeSchema })

/** What an app needs to show codes: the secret in base32 for those who type, and an address for a QR code. */
export const twoFactorSetupSchema = z.object({ secret: z.string(), uri: z.string() })

/** Shown once; each opens the account once in place of a code of the app. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) })

/** What an account has beside its password. */
export const twoFactorSchema = z.object({ enabled: z.boolean(), recoveryCodesLeft: z.int().min(0) })
export type TwoFactor = z.infer<typeof twoFactorSchema>
