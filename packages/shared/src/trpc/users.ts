import { idSchema } from '@prologue/contracts'
import { z } from 'zod'
import { deleteUser, eraseUser, restoreUser } from '../users/index.ts'
import { procedure, router } from './trpc.ts'

const byId = z.object({ id: idSchema })

export const usersRouter = router({
  delete: procedure.input(byId).mutation(({ ctx, input }) => deleteUser(ctx, input)),

  restore: procedure.input(byId).mutation(({ ctx, input }) => restoreUser(ctx, input)),

  erase: procedure.input(byId).mutation(({ ctx, input }) => eraseUser(ctx, input)),
})
