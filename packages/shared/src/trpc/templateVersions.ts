import {
  displacedSchema,
  idSchema,
  moveTemplateLabelSchema,
  pageSchema,
  removeTemplateLabelSchema,
  restoreTemplateVersionSchema,
  saveTemplateVersionSchema,
  templateTreeSchema,
  templateVersionSchema,
  templateVersionSummarySchema,
  versionNumberSchema,
} from '@prologue/contracts'
import { variablesSchema } from '@prologue/prompt-kit'
import { z } from 'zod'
import {
  getTemplateTree,
  getTemplateVersion,
  listTemplateVersions,
  moveTemplateLabel,
  removeTemplateLabel,
  restoreTemplateVersion,
  saveTemplateVersion,
} from '../templates/index.ts'
import { limited, procedure } from './trpc.ts'

const inTemplate = z.object({ templateId: idSchema })
const versionKey = inTemplate.extend({ number: versionNumberSchema })
const variables = { variables: variablesSchema }
const savedSchema = z.object({ id: idSchema, number: versionNumberSchema })

/** Of `templates`, what is about versions and labels. */
export const versionProcedures = {
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

  tree: procedure
    .meta({ policy: 'template:read' })
    .input(inTemplate)
    .output(templateTreeSchema)
    .query(({ ctx, input }) => getTemplateTree(ctx, input)),

  saveVersion: procedure
    .meta({ policy: 'template:update' })
    .use(limited('make-template'))
    .input(saveTemplateVersionSchema.extend(variables))
    .output(savedSchema)
    .mutation(({ ctx, input }) => saveTemplateVersion(ctx, input)),

  restoreVersion: procedure
    .meta({ policy: 'template:update' })
    .use(limited('make-template'))
    .input(restoreTemplateVersionSchema)
    .output(savedSchema)
    .mutation(({ ctx, input }) => restoreTemplateVersion(ctx, input)),

  moveLabel: procedure
    .meta({ policy: 'template:label' })
    .input(moveTemplateLabelSchema)
    .output(displacedSchema)
    .mutation(({ ctx, input }) => moveTemplateLabel(ctx, input)),

  removeLabel: procedure
    .meta({ policy: 'template:label' })
    .input(removeTemplateLabelSchema)
    .output(displacedSchema)
    .mutation(({ ctx, input }) => removeTemplateLabel(ctx, input)),
}
