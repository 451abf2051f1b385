import { confirmIdentitySchema, enableTwoFactorSchema, recoveryCodesSchema, twoFactorSetupSchema } from '@prologue/contracts'
import { confirmIdentity } from '../auth/index.ts'
import { beginTwoFactor, disableTwoFactor, enableTwoFactor, renewRecoveryCodes } from '../twoFactor/index.ts'
import { ownProcedure } from './ownProcedure.ts'
import { limited } from './trpc.ts'

/** What of an account's procedures is about who it is that asks. */
export const twoFactorProcedures = {
  confirmIdentity: ownProcedure
    .use(limited('confirm-identity'))
    .input(confirmIdentitySchema)
    .mutation(({ ctx, input }) => confirmIdentity(ctx, input)),

  beginTwoFactor: ownProcedure.output(twoFactorSetupSchema).mutation(({ ctx }) => beginTwoFactor(ctx)),

  enableTwoFactor: ownProcedure
    .use(limited('confirm-identity'))
    .input(enableTwoFactorSchema)
    .output(recoveryCodesSchema)
    .mutation(async ({ ctx, input }) => {
      const { recoveryCodes, token } = await enableTwoFactor(ctx, input)
      ctx.setSession(token)
      return { recoveryCodes }
    }),

  disableTwoFactor: ownProcedure.mutation(async ({ ctx }) => {
    const { token } = await disableTwoFactor(ctx)
    if (token !== null) ctx.setSession(token)
  }),

  renewRecoveryCodes: ownProcedure.output(recoveryCodesSchema).mutation(({ ctx }) => renewRecoveryCodes(ctx)),
}
