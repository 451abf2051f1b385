import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { templateCategorySchema } from './template.ts'

/** How templates out of a file are kept; the server adds the templates, whose shape it knows. */
export const importOptionsSchema = z.object({
  visibility: z.enum(['private', 'unlisted', 'public']).default('private'),
  /** Of those whose own the library does not have. */
  category: templateCategorySchema.default('productivity'),
})
export type ImportOptions = z.infer<typeof importOptionsSchema>

/** What became of one template. `notes` say in sentences what was made to fit. */
export const importResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: idSchema, slug: z.string(), notes: z.array(z.string()) }),
  z.object({ ok: z.literal(false), reason: z.string() }),
])
export type ImportResult = z.infer<typeof importResultSchema>

/** These templates, or all of one's own. A page is as long as fits in one answer; each page but the last leads to the next. */
export const exportTemplatesSchema = z.object({
  ids: z
    .array(idSchema)
    .min(1)
    .max(limits.templatesAtOnce, `Export at most ${limits.templatesAtOnce} templates by their ids.`)
    .optional(),
  cursor: z.string().max(200).optional(),
})
