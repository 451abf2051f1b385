import {
  changePasswordSchema,
  ownAccountSchema,
  renameAccountSchema,
  requestEmailChangeSchema,
  setPreferencesSchema,
} from '@prologue/contracts'
import {
  changePassword,
  getOwnAccount,
  renameAccount,
  requestEmailChange,
  sendVerification,
  setPreferences,
} from '../auth/index.ts'
import { limited, procedure, router } from './trpc.ts'
import { twoFactorProcedures } from './twoFactor.ts'

export const accountRouter = router({
  ...twoFactorProcedures,

  get: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .output(ownAccountSchema)
    .query(({ ctx }) => getOwnAccount(ctx)),

  rename: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .input(renameAccountSchema)
    .mutation(({ ctx, input }) => renameAccount(ctx, input)),

  setPreferences: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .input(setPreferencesSchema)
    .mutation(({ ctx, input }) => setPreferences(ctx, input)),

  changePassword: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .use(limited('confirm-identity'))
    .input(changePasswordSchema)
    .mutation(async ({ ctx, input }) => {
      const { token } = await changePassword(ctx, input)
      ctx.setSession(token)
    }),

  requestEmailChange: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .use(limited('ask-for-mail'))
    .input(requestEmailChangeSchema)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),

  sendVerification: procedure
    .meta({ policy: 'signed-in', because: 'It acts on the account that asks and on no other.' })
    .use(limited('ask-for-mail'))
    .mutation(({ ctx }) => sendVerification(ctx)),
})
