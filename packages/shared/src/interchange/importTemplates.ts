import {
  AppError,
  limits,
  templateCategories,
  templateCategorySchema,
  type ImportOptions,
  type ImportResult,
} from '@prologue/contracts'
import { fitTemplate, guessFamily, type Fitted, type PortableTemplate } from '@prologue/prompt-kit/formats'
import type { Ctx } from '../context.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { checkVersion, insertTemplate, insertVersion, withFreeSlug } from '../templates/index.ts'
import { metadataOf } from './metadata.ts'

type Input = ImportOptions & { templates: readonly PortableTemplate[] }

/**
 * Templates out of a file as the actor's own, with all their versions. Each is written as a whole or not at all, whatever becomes of the others;
 * the answer has one result each. Labels are never set.
 */
export async function importTemplates(ctx: Ctx, { templates, ...options }: Input): Promise<ImportResult[]> {
  authorize(ctx.actor, 'template:create')
  const results: ImportResult[] = []
  for (const template of templates) results.push(await importTemplate(ctx, template, options))
  return results
}

async function importTemplate(ctx: Ctx, template: PortableTemplate, options: ImportOptions): Promise<ImportResult> {
  const fit = fitTemplate(template, limits, templateCategories)
  if (!fit.ok) return fit
  try {
    const made = await insertImported(ctx, template, fit.fitted, options)
    return { ok: true, ...made, notes: fit.fitted.notes }
  } catch (error) {
    if (error instanceof AppError && error.code === 'VALIDATION') return { ok: false, reason: error.message }
    throw error
  }
}

function insertImported(
  ctx: Ctx,
  template: PortableTemplate,
  fitted: Fitted,
  { visibility, ...options }: ImportOptions,
): Promise<{ id: string; slug: string }> {
  const { userId: ownerId } = signedIn(ctx.actor)
  const { title, description, tags } = fitted
  const category = templateCategorySchema.safeParse(fitted.category).data ?? options.category
  const versions = fitted.versions.map(({ message, parent, ...text }) => ({ message, parent, text: checkVersion(text) }))
  const family = template.family === undefined ? guessFamily(template) : template.family
  const metadata = metadataOf(fitted, template.category, category)
  const row = { ownerId, organizationId: null, title, description, category, tags, family, visibility, metadata }
  return withFreeSlug(ctx, async (tx, attempt) => {
    const made = await insertTemplate(tx, row, attempt)
    const ids: string[] = []
    for (const { parent, ...version } of versions) {
      const parentVersionId = parent === null ? null : (ids[parent - 1] ?? null)
      const { id } = await insertVersion(tx, made, { ...version, number: ids.length + 1, parentVersionId })
      ids.push(id)
    }
    return made
  })
}
