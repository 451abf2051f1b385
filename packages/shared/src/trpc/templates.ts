import {
  beginTemplateSchema,
  createTemplateSchema,
  forkTemplateSchema,
  idSchema,
  rateTemplateSchema,
  templateSchema,
  templateSummarySchema,
  templateUsageSchema,
  templateVersionSchema,
  updateTemplateSchema,
  useTemplateSchema,
} from '@prologue/contracts'
import { variablesSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import { rateTemplate, withdrawRating } from '../ratings/index.ts'
import {
  beginTemplate,
  createTemplate,
  deleteTemplate,
  forkTemplate,
  getTemplate,
  getTemplateUsage,
  restoreTemplate,
  updateTemplate,
  useTemplate,
} from '../templates/index.ts'
import { byId } from './byId.ts'
import { manyProcedures } from './manyTemplates.ts'
import { versionProcedures } from './templateVersions.ts'
import { limited, procedure, router } from './trpc.ts'

const inTemplate = z.object({ templateId: idSchema })
const variables = { variables: variablesSchema }
const madeSchema = byId.extend({ slug: z.string() })

export const templatesRouter = router({
  // Any text: what is no slug is answered like one that does not exist.
  get: procedure
    .meta({ policy: 'template:read' })
    .input(z.union([byId, z.object({ slug: z.string().max(500) })]))
    .output(templateSchema.extend({ version: templateVersionSchema.extend(variables).nullable() }))
    .query(({ ctx, input }) => getTemplate(ctx, input)),

  create: procedure
    .meta({ policy: 'template:create' })
    .use(limited('make-template'))
    .input(createTemplateSchema.extend(variables))
    .output(madeSchema)
    .mutation(({ ctx, input }) => createTemplate(ctx, input)),

  begin: procedure
    .meta({ policy: 'template:create' })
    .use(limited('make-template'))
    .input(beginTemplateSchema)
    .output(madeSchema)
    .mutation(({ ctx, input }) => beginTemplate(ctx, input)),

  fork: procedure
    .meta({ policy: 'template:create' })
    .use(limited('make-template'))
    .input(forkTemplateSchema)
    .output(madeSchema)
    .mutation(({ ctx, input }) => forkTemplate(ctx, input)),

  use: procedure
    .meta({ policy: 'conversation:create' })
    .use(limited('use-template'))
    .input(useTemplateSchema)
    .output(z.object({ conversationId: idSchema }))
    .mutation(({ ctx, input }) => useTemplate(ctx, input)),

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

  ...versionProcedures,
  ...manyProcedures,

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
