import { idSchema, listedUserSchema, listUsersSchema, pageSchema, setRoleSchema } from '@prologue/contracts'
import { z } from 'zod'
import { deleteUser, eraseUser, listUsers, restoreUser, setRole, unlockUser } from '../users/index.ts'
import { procedure, router } from './trpc.ts'

const byId = z.object({ id: idSchema })

export const usersRouter = router({
  list: procedure
    .input(listUsersSchema)
    .output(pageSchema(listedUserSchema))
    .query(({ ctx, input }) => listUsers(ctx, input)),

  setRole: procedure.input(setRoleSchema).mutation(async ({ ctx, input }) => {
    const { token } = await setRole(ctx, input)
    if (token !== null) ctx.setSession(token)
  }),

  delete: procedure.input(byId).mutation(({ ctx, input }) => deleteUser(ctx, input)),

  restore: procedure.input(byId).mutation(({ ctx, input }) => restoreUser(ctx, input)),

  erase: procedure.input(byId).mutation(({ ctx, input }) => eraseUser(ctx, input)),

  unlock: procedure.input(byId).mutation(({ ctx, input }) => unlockUser(ctx, input)),
})
