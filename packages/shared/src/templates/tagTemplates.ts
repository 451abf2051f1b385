import type { TaggedTemplates, tagTemplatesSchema } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { retag } from './retag.ts'

/** Gives tags to templates and takes tags from them. Answers what each had before, for `setTemplateTags` to bring it back. */
export async function tagTemplates(ctx: Ctx, input: z.infer<typeof tagTemplatesSchema>): Promise<TaggedTemplates> {
  const { ids, add, remove } = input
  return retag(ctx, ids, (tags) => [...tags.filter((tag) => !remove.includes(tag)), ...add])
}
