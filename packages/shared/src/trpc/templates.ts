import {
  createTemplateSchema,
  idSchema,
  listTemplatesSchema,
  moveTemplateLabelSchema,
  pageSchema,
  rateTemplateSchema,
  saveTemplateVersionSchema,
  templateSchema,
  templateSummarySchema,
  templateUsageSchema,
  templateVersionSchema,
  templateVersionSummarySchema,
  updateTemplateSchema,
  versionNumberSchema,
} from '@prologue/contracts'
import { variablesSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import {
  createTemplate,
  deleteTemplate,
  getTemplate,
  getTemplateUsage,
  getTemplateVersion,
  listTemplates,
  listTemplateVersions,
  moveTemplateLabel,
  rateTemplate,
  restoreTemplate,
  restoreTemplateVersion,
  saveTemplateVersion,
  updateTemplate,
  withdrawRating,
} from '../templates/index.ts'
import { byId } from './byId.ts'
import { procedure, router } from './trpc.ts'

const inTemplate = z.object({ templateId: idSchema })
const versionKey = inTemplate.extend({ number: versionNumberSchema })
const variables = { variables: variablesSchema }
const savedSchema = z.object({ id: idSchema, number: versionNumberSchema })

export const templatesRouter = router({
  list: procedure
    .meta({ policy: 'public', because: 'The library is everybody’s; a list of one’s own holds nobody else’s.' })
    .input(listTemplatesSchema)
    .output(pageSchema(templateSummarySchema))
    .query(({ ctx, input }) => listTemplates(ctx, input)),

  // Any text: what is no slug is answered like one that does not exist.
  get: procedure
    .meta({ policy: 'template:read' })
    .input(z.union([byId, z.object({ slug: z.string().max(500) })]))
    .output(templateSchema.extend({ version: templateVersionSchema.extend(variables) }))
    .query(({ ctx, input }) => getTemplate(ctx, input)),

  create: procedure
    .meta({ policy: 'template:create' })
    .input(createTemplateSchema.extend(variables))
    .output(byId.extend({ slug: z.string() }))
    .mutation(({ ctx, input }) => createTemplate(ctx, input)),

  update: procedure
    .meta({ policy: 'template:update' })
    .input(updateTemplateSchema)
    .output(templateSummarySchema)
    .mutation(({ ctx, input }) => updateTemplate(ctx, input)),

  delete: procedure
    .meta({ policy: 'template:delete' })
    .input(byId)
    .mutation(({ ctx, input }) => deleteTemplate(ctx, input)),

  restore: procedure
    .meta({ policy: 'template:restore' })
    .input(byId)
    .mutation(({ ctx, input }) => restoreTemplate(ctx, input)),

  versions: procedure
    .meta({ policy: 'template:read' })
    .input(inTemplate.extend({ cursor: z.string().max(200).optional() }))
    .output(pageSchema(templateVersionSummarySchema))
    .query(({ ctx, input }) => listTemplateVersions(ctx, input)),

  version: procedure
    .meta({ policy: 'template:read' })
    .input(versionKey)
    .output(templateVersionSchema.extend(variables))
    .query(({ ctx, input }) => getTemplateVersion(ctx, input)),

  saveVersion: procedure
    .meta({ policy: 'template:update' })
    .input(saveTemplateVersionSchema.extend(variables))
    .output(savedSchema)
    .mutation(({ ctx, input }) => saveTemplateVersion(ctx, input)),

  restoreVersion: procedure
    .meta({ policy: 'template:update' })
    .input(versionKey)
    .output(savedSchema)
    .mutation(({ ctx, input }) => restoreTemplateVersion(ctx, input)),

  moveLabel: procedure
    .meta({ policy: 'template:label' })
    .input(moveTemplateLabelSchema)
    .output(z.object({ displaced: versionNumberSchema.nullable() }))
    .mutation(({ ctx, input }) => moveTemplateLabel(ctx, input)),

  rate: procedure
    .meta({ policy: 'template:rate' })
    .input(rateTemplateSchema)
    .mutation(({ ctx, input }) => rateTemplate(ctx, input)),

  withdrawRating: procedure
    .meta({ policy: 'template:read' })
    .input(inTemplate)
    .mutation(({ ctx, input }) => withdrawRating(ctx, input)),

  usage: procedure
    .meta({ policy: 'template:read' })
    .input(inTemplate)
    .output(templateUsageSchema)
    .query(({ ctx, input }) => getTemplateUsage(ctx, input)),
})
