import type { setTemplateTagsSchema, TaggedTemplates } from '@prologue/contracts'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { retag } from './retag.ts'

/** Gives each template the tags that are said for it. */
export async function setTemplateTags(ctx: Ctx, { items }: z.infer<typeof setTemplateTagsSchema>): Promise<TaggedTemplates> {
  const wanted = new Map(items.map(({ id, tags }) => [id, tags]))
  return retag(ctx, [...wanted.keys()], (tags, id) => wanted.get(id) ?? tags)
}
