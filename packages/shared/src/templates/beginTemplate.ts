import { templateCategories } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { authorize, signedIn } from '../policies/index.ts'
import { insertTemplate } from './insertTemplate.ts'
import { withFreeSlug } from './withFreeSlug.ts'

/** A template of the actor's that is written on and has no version yet: nobody else sees it. */
export async function beginTemplate(
  ctx: Ctx,
  { title = 'Untitled' }: { title?: string | undefined },
): Promise<{ id: string; slug: string }> {
  const { userId: ownerId } = signedIn(ctx.actor)
  authorize(ctx.actor, 'template:create')
  const [category] = templateCategories
  const said = { title, description: '', category, tags: [], family: null }
  const row = { ...said, ownerId, organizationId: null, visibility: 'private' } as const
  return withFreeSlug(ctx, (tx, attempt) => insertTemplate(tx, row, attempt))
}
