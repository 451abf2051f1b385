import { isDeepStrictEqual } from 'node:util'
import { AppError, type TemplateAbility, type TemplateSummary, type updateTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { authorize } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { presentTemplate } from './presentTemplate.ts'
import { refuseErrors } from './refuseErrors.ts'
import { refuseOldSecrets } from './refuseOldSecrets.ts'
import { refuseUpheld } from './refuseUpheld.ts'

type Input = z.infer<typeof updateTemplateSchema>

/** What can be changed of a template, and what one must be allowed to for it. */
const fields = {
  title: 'template:update',
  description: 'template:update',
  category: 'template:sort',
  tags: 'template:sort',
  family: 'template:sort',
  visibility: 'template:update',
} as const satisfies Record<Exclude<keyof Input, 'id' | 'was'>, TemplateAbility>

type Field = keyof typeof fields
const words: Readonly<Record<Field, string>> = {
  title: 'title',
  description: 'description',
  category: 'category',
  tags: 'tags',
  family: 'model family',
  visibility: 'who finds it',
}
const names: readonly Field[] = ['title', 'description', 'category', 'tags', 'family', 'visibility']

/**
 * Changes what is said of a template. Its address stays, so that links hold.
 * @throws AppError CONFLICT where a field is none of what its writer says it was, or the template cannot be shared
 */
export async function updateTemplate(ctx: Ctx, input: Input): Promise<TemplateSummary> {
  const changed = names.filter((name) => input[name] !== undefined)
  const changes: Partial<Pick<Template, Field>> = Object.fromEntries(changed.map((name) => [name, input[name]]))
  await refuseSharedErrors(ctx, input)
  return withTransaction(ctx, async (tx) => {
    const { template, owner } = await findTemplate(tx, { id: input.id }, { lock: true })
    for (const name of changed) {
      const hides = name === 'visibility' && changes.visibility === 'private'
      authorize(tx.actor, hides ? 'template:hide' : fields[name], template)
    }
    refuseOverwriting(template, changed, input)
    const shares = changes.visibility !== undefined && changes.visibility !== 'private'
    if (shares && template.latestNumber === 0) {
      throw new AppError('CONFLICT', 'Publish a first version of this template before others can find it.')
    }
    if (shares && changes.visibility !== template.visibility) {
      await refuseUpheld(tx, template.ownerId, await findVersion(tx, template, template.latestNumber))
    }
    if (changes.visibility === 'organization' && template.organizationId === null) {
      throw new AppError('VALIDATION', 'This template belongs to no organization.')
    }
    // Later it is not new again: nobody comes to the front by hiding and showing theirs.
    const published = shares && template.publishedAt === null ? { publishedAt: tx.now() } : {}
    if (changed.length > 0)
      await Template.with(tx)
        .findById(template.id)
        .patch({ ...changes, ...published })
    const now = await Template.with(tx).findById(template.id).throwIfNotFound()
    return presentTemplate(now, owner, tx.actor)
  })
}

/** What somebody wrote in another window meanwhile stays. */
function refuseOverwriting(template: Template, changed: readonly Field[], { was = [], ...input }: Input): void {
  const isOther = (name: Field) => {
    const known = was.filter((state) => state[name] !== undefined)
    return known.length > 0 && ![...known, input].some((state) => isDeepStrictEqual(state[name], template[name]))
  }
  const others = changed.filter(isOther).map((name) => words[name])
  if (others.length === 0) return
  throw new AppError(
    'CONFLICT',
    `Meanwhile this was changed in another window: ${others.join(', ')}. Reload the page to see it, or change it here again to have yours.`,
  )
}

/** What was private need not have been published in sight of the checker, as an import is not: others get it without errors. */
async function refuseSharedErrors(ctx: Ctx, { id, visibility = 'private', family }: Input): Promise<void> {
  if (visibility === 'private') return
  const { template } = await findTemplate(ctx, { id })
  if (template.visibility !== 'private' || template.latestNumber === 0) return
  authorize(ctx.actor, fields.visibility, template)
  const text = await findVersion(ctx, template, template.latestNumber)
  await refuseErrors(ctx, { ownerId: template.ownerId, family: family === undefined ? template.family : family }, text)
  await refuseOldSecrets(ctx, template)
}
