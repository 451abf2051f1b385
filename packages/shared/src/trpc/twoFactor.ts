import { confirmIdentitySchema, enableTwoFactorSchema, recoveryCodesSchema, twoFactorSetupSchema } from '@prologue/contracts'
import { confirmIdentity } from '../auth/index.ts'
import { beginTwoFactor, disableTwoFactor, enableTwoFactor, renewRecoveryCodes } from '../twoFactor/index.ts'
import { limited, procedure } from './trpc.ts'

/** What of an account's procedures is about who it is that asks. */
export const twoFactorProcedures = {
  confirmIdentity: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .use(limited('confirm-identity'))
    .input(confirmIdentitySchema)
    .mutation(({ ctx, input }) => confirmIdentity(ctx, input)),

  beginTwoFactor: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .output(twoFactorSetupSchema)
    .mutation(({ ctx }) => beginTwoFactor(ctx)),

  enableTwoFactor: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .input(enableTwoFactorSchema)
    .output(recoveryCodesSchema)
    .mutation(async ({ ctx, input }) => {
      const { recoveryCodes, token } = await enableTwoFactor(ctx, input)
      ctx.setSession(token)
      return { recoveryCodes }
    }),

  disableTwoFactor: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .mutation(async ({ ctx }) => {
      const { token } = await disableTwoFactor(ctx)
      if (token !== null) ctx.setSession(token)
    }),

  renewRecoveryCodes: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .output(recoveryCodesSchema)
    .mutation(({ ctx }) => renewRecoveryCodes(ctx)),
}
