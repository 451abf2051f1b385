import {
  discardTemplateDraftSchema,
  idSchema,
  publishTemplateDraftSchema,
  savedTemplateDraftSchema,
  saveTemplateDraftSchema,
  templateDraftSchema,
  versionNumberSchema,
} from '@prologue/contracts'
import { z } from 'zod'
import { discardTemplateDraft, getTemplateDraft, publishTemplateDraft, saveTemplateDraft } from '../templateDrafts/index.ts'
import { limited, procedure, router } from './trpc.ts'

export const templateDraftsRouter = router({
  get: procedure
    .meta({ policy: 'template:update' })
    .input(z.object({ templateId: idSchema }))
    .output(templateDraftSchema)
    .query(({ ctx, input }) => getTemplateDraft(ctx, input)),

  save: procedure
    .meta({ policy: 'template:update' })
    .input(saveTemplateDraftSchema)
    .output(savedTemplateDraftSchema)
    .mutation(({ ctx, input }) => saveTemplateDraft(ctx, input)),

  publish: procedure
    .meta({ policy: 'template:update' })
    .use(limited('make-template'))
    .input(publishTemplateDraftSchema)
    .output(z.object({ id: idSchema, number: versionNumberSchema, slug: z.string() }))
    .mutation(({ ctx, input }) => publishTemplateDraft(ctx, input)),

  discard: procedure
    .meta({ policy: 'template:update' })
    .input(discardTemplateDraftSchema)
    .mutation(({ ctx, input }) => discardTemplateDraft(ctx, input)),
})
