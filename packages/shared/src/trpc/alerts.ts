import { alertSchema, listAlertsSchema, pageSchema } from '@prologue/contracts'
import { acknowledgeAlert, listAlerts } from '../alerts/index.ts'
import { byId } from './byId.ts'
import { procedure, router } from './trpc.ts'

export const alertsRouter = router({
  list: procedure
    .meta({ policy: 'admin:read-activity' })
    .input(listAlertsSchema)
    .output(pageSchema(alertSchema))
    .query(({ ctx, input }) => listAlerts(ctx, input)),

  acknowledge: procedure
    .meta({ policy: 'admin:acknowledge-alerts' })
    .input(byId)
    .mutation(({ ctx, input }) => acknowledgeAlert(ctx, input)),
})
