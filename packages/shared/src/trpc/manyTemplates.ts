import {
  changedTemplatesSchema,
  setTemplateTagsSchema,
  taggedTemplatesSchema,
  tagTemplatesSchema,
  templateIdsSchema,
} from '@prologue/contracts'
import { deleteTemplates, restoreTemplates, setTemplateTags, tagTemplates } from '../templates/index.ts'
import { limited, procedure } from './trpc.ts'

const changingMany = procedure.use(limited('change-many'))

/** Of `templates`, what is done with many at once, each judged by itself. */
export const manyProcedures = {
  tag: changingMany
    .meta({ policy: 'template:sort' })
    .input(tagTemplatesSchema)
    .output(taggedTemplatesSchema)
    .mutation(({ ctx, input }) => tagTemplates(ctx, input)),

  setTags: changingMany
    .meta({ policy: 'template:sort' })
    .input(setTemplateTagsSchema)
    .output(taggedTemplatesSchema)
    .mutation(({ ctx, input }) => setTemplateTags(ctx, input)),

  deleteMany: changingMany
    .meta({ policy: 'template:delete' })
    .input(templateIdsSchema)
    .output(changedTemplatesSchema)
    .mutation(({ ctx, input }) => deleteTemplates(ctx, input)),

  restoreMany: changingMany
    .meta({ policy: 'template:restore' })
    .input(templateIdsSchema)
    .output(changedTemplatesSchema)
    .mutation(({ ctx, input }) => restoreTemplates(ctx, input)),
}
