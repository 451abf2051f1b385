import { databaseHealthSchema } from '@prologue/contracts'
import { readHealth } from '../health/index.ts'
import { procedure, router } from './trpc.ts'

export const databaseRouter = router({
  read: procedure
    .meta({ policy: 'admin:manage-jobs' })
    .output(databaseHealthSchema)
    .query(({ ctx }) => readHealth(ctx)),
})
