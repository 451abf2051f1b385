import { exportTemplatesSchema, idSchema, importOptionsSchema, importResultSchema, limits } from '@prologue/contracts'
import { portableTemplateSchema } from '@prologue/prompt-kit/formats'
import { z } from 'zod'
import { exportTemplates, importTemplates } from '../interchange/index.ts'
import { limited, procedure, router } from './trpc.ts'

const templates = z
  .array(portableTemplateSchema)
  .max(limits.templatesAtOnce, `Send at most ${limits.templatesAtOnce} templates at once.`)
/** One for each template, chosen by who sends them: sent again under the same, it is written once. */
const keys = z.array(idSchema).max(limits.templatesAtOnce).default([])
const exportedSchema = z.object({ id: idSchema, template: portableTemplateSchema, olderLeft: z.int() })

export const interchangeRouter = router({
  importTemplates: procedure
    .meta({ policy: 'template:create' })
    .use(limited('import'))
    .input(importOptionsSchema.extend({ templates, keys }))
    .output(z.array(importResultSchema))
    .mutation(({ ctx, input }) => importTemplates(ctx, input)),

  exportTemplates: procedure
    .meta({ policy: 'template:read' })
    .use(limited('export'))
    .input(exportTemplatesSchema)
    .output(z.object({ items: z.array(exportedSchema), unpublished: z.array(z.string()), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => exportTemplates(ctx, input)),
})
