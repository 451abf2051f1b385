import { listedUserSchema, listUsersSchema, lockUserSchema, pageSchema, setRoleSchema } from '@prologue/contracts'
import {
  deleteUser,
  disableTwoFactorFor,
  endUserSessions,
  eraseUser,
  listUsers,
  lockUser,
  restoreUser,
  sendReset,
  setRole,
  unlockUser,
} from '../users/index.ts'
import { byId } from './byId.ts'
import { procedure, router } from './trpc.ts'

export const usersRouter = router({
  list: procedure
    .meta({ policy: 'user:list' })
    .input(listUsersSchema)
    .output(pageSchema(listedUserSchema))
    .query(({ ctx, input }) => listUsers(ctx, input)),

  setRole: procedure
    .meta({ policy: 'user:set-role' })
    .input(setRoleSchema)
    .mutation(async ({ ctx, input }) => {
      const { token } = await setRole(ctx, input)
      if (token !== null) ctx.setSession(token)
    }),

  delete: procedure
    .meta({ policy: 'user:delete' })
    .input(byId)
    .mutation(({ ctx, input }) => deleteUser(ctx, input)),

  restore: procedure
    .meta({ policy: 'user:restore' })
    .input(byId)
    .mutation(({ ctx, input }) => restoreUser(ctx, input)),

  erase: procedure
    .meta({ policy: 'user:erase' })
    .input(byId)
    .mutation(({ ctx, input }) => eraseUser(ctx, input)),

  disableTwoFactor: procedure
    .meta({ policy: 'user:disable-two-factor' })
    .input(byId)
    .mutation(async ({ ctx, input }) => {
      const { token } = await disableTwoFactorFor(ctx, input)
      if (token !== null) ctx.setSession(token)
    }),

  lock: procedure
    .meta({ policy: 'user:lock' })
    .input(lockUserSchema)
    .mutation(({ ctx, input }) => lockUser(ctx, input)),

  endSessions: procedure
    .meta({ policy: 'user:end-sessions' })
    .input(byId)
    .mutation(async ({ ctx, input }) => {
      const { token } = await endUserSessions(ctx, input)
      if (token !== null) ctx.setSession(token)
    }),

  sendReset: procedure
    .meta({ policy: 'user:send-reset' })
    .input(byId)
    .mutation(({ ctx, input }) => sendReset(ctx, input)),

  unlock: procedure
    .meta({ policy: 'user:unlock' })
    .input(byId)
    .mutation(({ ctx, input }) => unlockUser(ctx, input)),
})
