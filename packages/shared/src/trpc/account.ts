import {
  belongingsSchema,
  changePasswordSchema,
  dataExportSchema,
  deleteAccountSchema,
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
import { getDataExport, startDataExport } from '../dataExports/index.ts'
import { countBelongings, deleteOwnAccount } from '../users/index.ts'
import { ownProcedure } from './ownProcedure.ts'
import { limited, router } from './trpc.ts'
import { twoFactorProcedures } from './twoFactor.ts'

export const accountRouter = router({
  ...twoFactorProcedures,

  get: ownProcedure.output(ownAccountSchema).query(({ ctx }) => getOwnAccount(ctx)),

  rename: ownProcedure.input(renameAccountSchema).mutation(({ ctx, input }) => renameAccount(ctx, input)),

  setPreferences: ownProcedure.input(setPreferencesSchema).mutation(({ ctx, input }) => setPreferences(ctx, input)),

  changePassword: ownProcedure
    .use(limited('confirm-identity'))
    .input(changePasswordSchema)
    .mutation(async ({ ctx, input }) => {
      const { token } = await changePassword(ctx, input)
      ctx.setSession(token)
    }),

  belongings: ownProcedure.output(belongingsSchema).query(({ ctx }) => countBelongings(ctx)),

  dataExport: ownProcedure.output(dataExportSchema.nullable()).query(({ ctx }) => getDataExport(ctx)),

  startDataExport: ownProcedure
    .use(limited('export-data'))
    .output(dataExportSchema)
    .mutation(({ ctx }) => startDataExport(ctx)),

  delete: ownProcedure
    .use(limited('confirm-identity'))
    .input(deleteAccountSchema)
    .mutation(async ({ ctx, input }) => {
      await deleteOwnAccount(ctx, input)
      ctx.setSession(null)
    }),

  requestEmailChange: ownProcedure
    .use(limited('ask-for-mail'))
    .input(requestEmailChangeSchema)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),

  sendVerification: ownProcedure.use(limited('ask-for-mail')).mutation(({ ctx }) => sendVerification(ctx)),
})
