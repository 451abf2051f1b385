import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { tagsSchema } from './template.ts'

const tooMany = `Choose up to ${limits.templatesAtOnce} templates at once.`

/** Templates that something is done with at once, each for itself: what is refused for one is done with the others. */
export const templateIdsSchema = z.object({
  ids: z
    .array(idSchema)
    .min(1, 'Choose a template first.')
    .max(limits.templatesAtOnce, tooMany)
    .transform((ids) => [...new Set(ids)]),
})

/** Tags that templates get and lose. */
export const tagTemplatesSchema = templateIdsSchema.extend({ add: tagsSchema.default([]), remove: tagsSchema.default([]) })

/** The tags that each is to have, as for taking back what was done to many. */
export const setTemplateTagsSchema = z.object({
  items: z
    .array(z.object({ id: idSchema, tags: tagsSchema }))
    .min(1, 'Choose a template first.')
    .max(limits.templatesAtOnce, tooMany),
})

/** What could not be done, each with a sentence. Where nothing could be done the call itself fails. */
const refused = z.array(z.object({ id: idSchema, message: z.string() }))

/** The templates that have other tags now, with those they had before. */
export const taggedTemplatesSchema = z.object({
  changed: z.array(z.object({ id: idSchema, tags: z.array(z.string()) })),
  refused,
})
export type TaggedTemplates = z.infer<typeof taggedTemplatesSchema>

/** The templates that were deleted or brought back. */
export const changedTemplatesSchema = z.object({ ids: z.array(idSchema), refused })
export type ChangedTemplates = z.infer<typeof changedTemplatesSchema>
