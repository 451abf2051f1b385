import { saveSettingsSchema, settingsAnswerSchema } from '@prologue/contracts'
import { getSettings, saveSettings } from '../settings/index.ts'
import { procedure, router } from './trpc.ts'

const managing = procedure.meta({ policy: 'admin:manage-settings' })

export const settingsRouter = router({
  get: managing.output(settingsAnswerSchema).query(({ ctx }) => getSettings(ctx)),

  save: managing.input(saveSettingsSchema).mutation(({ ctx, input }) => saveSettings(ctx, input)),
})
