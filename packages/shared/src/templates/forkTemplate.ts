import type { forkTemplateSchema } from '@prologue/contracts'
import type { z } from 'zod'
import { withTransaction, type Ctx } from '../context.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { countUse } from './countUse.ts'
import { findTemplate } from './findTemplate.ts'
import { findVersion } from './findVersion.ts'
import { insertTemplate } from './insertTemplate.ts'
import { insertVersion } from './insertVersion.ts'
import { withFreeSlug } from './withFreeSlug.ts'

/** A private copy of a version as a template of the actor's own, which remembers where it came from. Counts as a use. */
export async function forkTemplate(
  ctx: Ctx,
  { id, number }: z.infer<typeof forkTemplateSchema>,
): Promise<{ id: string; slug: string }> {
  const { userId: ownerId } = signedIn(ctx.actor)
  authorize(ctx.actor, 'template:create')
  const made = await withFreeSlug(ctx, async (tx, attempt) => {
    const { template } = await findTemplate(tx, { id })
    const version = await findVersion(tx, template, number ?? template.latestNumber)
    const { title, description, category, tags, family } = template
    const said = { title, description, category, tags, family }
    const row = { ...said, ownerId, organizationId: null, visibility: 'private', forkedFromId: id } as const
    const fork = await insertTemplate(tx, row, attempt)
    const text = { content: version.content, variables: version.variables, settings: version.settings }
    // Without the title of the other: who reads this may not see that one.
    const message = `Forked from version ${version.number}`
    await insertVersion(tx, fork, { number: 1, parentVersionId: version.id, message, text })
    return fork
  })
  // By itself: the keys of all who fork it at once hold it, and none of them could count while the others wait for the same.
  await withTransaction(ctx, (tx) => countUse(tx, id))
  return made
}
