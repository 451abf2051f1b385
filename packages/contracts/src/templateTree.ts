import { z } from 'zod'
import { idSchema } from './ids.ts'
import { personSchema } from './people.ts'
import { templateVersionSummarySchema } from './template.ts'

/**
 * A template with what it was made from and what was made from it, as far as the actor finds them, each with its versions. What
 * they may not see is left out with all that only it leads to, and no version names it as its parent.
 */
export const templateTreeSchema = z.object({
  /** The asked one first. */
  templates: z.array(z.object({ id: idSchema, slug: z.string(), title: z.string(), owner: personSchema.nullable() })),
  /** The newest of each template last. */
  versions: z.array(templateVersionSummarySchema.extend({ templateId: idSchema })),
  /** Whether there are more templates or versions than are told. */
  more: z.boolean(),
})
export type TemplateTree = z.infer<typeof templateTreeSchema>
