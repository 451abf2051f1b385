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
import { Template } from '../models/index.ts'
import { checkVersion, insertTemplate, insertVersion, refuseErrors, refuseUpheld, withFreeSlug } from '../templates/index.ts'
import { importedId } from './importedId.ts'
import { metadataOf } from './metadata.ts'

/** `key` is null where nobody could send the same again. */
type Options = ImportOptions & { key: string | null }
type Input = ImportOptions & { templates: readonly PortableTemplate[]; keys?: readonly string[] }

/**
 * Templates out of a file as the actor's own, with all their versions. Each is written as a whole or not at all, whatever becomes of the others;
 * the answer has one result each. What was written under its key already is answered as it was and not written again. Labels are never set.
 */
export async function importTemplates(ctx: Ctx, { templates, keys = [], ...options }: Input): Promise<ImportResult[]> {
  authorize(ctx.actor, 'template:create')
  const results: ImportResult[] = []
  let time = await lastMade(ctx)
  for (const [index, template] of templates.entries()) {
    // Each is made later than the one before, also of an earlier request: an export goes by when they were made.
    time = Math.max(time + 1, ctx.now().getTime())
    const made = new Date(time)
    results.push(await importTemplate({ ...ctx, now: () => made }, template, { ...options, key: keys[index] ?? null }))
  }
  return results
}

/** When the newest of the actor's was made, in milliseconds; 0 before there is one. */
async function lastMade(ctx: Ctx): Promise<number> {
  const { userId: ownerId } = signedIn(ctx.actor)
  const mine = Template.with(ctx).context({ withDeleted: true }).where({ ownerId })
  // By itself first() reads all rows and takes one.
  const newest = await mine.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(1).first().select('createdAt')
  return newest?.createdAt.getTime() ?? 0
}

async function importTemplate(ctx: Ctx, template: PortableTemplate, options: Options): Promise<ImportResult> {
  const fit = fitTemplate(template, limits, templateCategories)
  if (!fit.ok) return fit
  try {
    const made = await insertImported(ctx, template, fit.fitted, options)
    return { ok: true, ...made, notes: fit.fitted.notes }
  } catch (error) {
    const { code, cause } = error instanceof AppError ? error : {}
    // A conflict with a cause is one of the database.
    const isRefused = code === 'VALIDATION' || (code === 'CONFLICT' && cause === undefined)
    if (isRefused && error instanceof AppError) return { ok: false, reason: error.message }
    throw error
  }
}

async function insertImported(
  ctx: Ctx,
  template: PortableTemplate,
  fitted: Fitted,
  { visibility, key, ...options }: Options,
): Promise<{ id: string; slug: string }> {
  const { userId: ownerId } = signedIn(ctx.actor)
  const { title, description, tags } = fitted
  const category = templateCategorySchema.safeParse(fitted.category).data ?? options.category
  const versions = fitted.versions.map(({ message, parent, ...text }) => ({ message, parent, text: checkVersion(text) }))
  const family = template.family === undefined ? guessFamily(template) : template.family
  const metadata = metadataOf(fitted, template.category, category)
  const id = key === null ? undefined : importedId(ownerId, key)
  const said = { ownerId, organizationId: null, title, description, category, tags, family, visibility, metadata }
  const row = { ...said, ...(id !== undefined && { id }) }
  // What only its owner sees may be mended here.
  if (visibility !== 'private') for (const { text } of versions) await refuseErrors(ctx, row, text)
  return withFreeSlug(ctx, async (tx, attempt) => {
    const before = id && (await Template.with(tx).context({ withDeleted: true }).findById(id).select('id', 'slug'))
    if (before) return { id: before.id, slug: before.slug }
    if (visibility !== 'private') for (const { text } of versions) await refuseUpheld(tx, ownerId, text)
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
