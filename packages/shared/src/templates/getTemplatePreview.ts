import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Template } from '../models/index.ts'
import { findTemplate } from './findTemplate.ts'

/** What a link to a template tells in other programs. */
export type TemplatePreview = {
  slug: string
  title: string
  description: string
  /** Whether search engines may list it: everybody may read it and its owner wants it found. */
  listed: boolean
}

/** Characters of a template's text that stand for a description where it has none. */
const beginning = 300

/** Of a template what a link to it tells, null where the actor may not read it or there is none. */
export async function getTemplatePreview(ctx: Ctx, { slug }: { slug: string }): Promise<TemplatePreview | null> {
  const found = await findTemplate(ctx, { slug }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  })
  if (!found) return null
  const { template } = found
  const { title, visibility } = template
  const description = template.description || (await beginningOf(ctx, template))
  return { slug: template.slug, title, description, listed: visibility === 'public' }
}

/** How its newest text begins. */
async function beginningOf({ db }: Ctx, { id: templateId, latestNumber: number }: Template): Promise<string> {
  const version = await db('template_versions')
    .where({ templateId, number })
    .first<{ beginning: string } | undefined>(db.raw('substr(content, 1, ?) as beginning', [beginning]))
  return version?.beginning ?? ''
}
