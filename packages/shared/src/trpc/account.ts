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

  get: procedure.output(ownAccountSchema).query(({ ctx }) => getOwnAccount(ctx)),

  rename: procedure.input(renameAccountSchema).mutation(({ ctx, input }) => renameAccount(ctx, input)),

  setPreferences: procedure.input(setPreferencesSchema).mutation(({ ctx, input }) => setPreferences(ctx, input)),

  changePassword: procedure
    .use(limited('confirm-identity'))
    .input(changePasswordSchema)
    .mutation(async ({ ctx, input }) => {
      const { token } = await changePassword(ctx, input)
      ctx.setSession(token)
    }),

  requestEmailChange: procedure
    .use(limited('ask-for-mail'))
    .input(requestEmailChangeSchema)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),

  sendVerification: procedure.use(limited('ask-for-mail')).mutation(({ ctx }) => sendVerification(ctx)),
})
