import type { Ctx } from '../context.ts'
import { Template, TemplateOffer } from '../models/index.ts'
import { may, signedIn } from '../policies/index.ts'

/** What it takes to judge and to name one: what an import keeps beside it may be large. */
const shown = ['id', 'slug', 'title', 'ownerId', 'organizationId', 'visibility', 'latestNumber', 'deletedAt'] as const

/** Of these templates those the actor may read, as the page of each would say. */
export async function readableTemplates(ctx: Ctx, ids: readonly string[]): Promise<Pick<Template, (typeof shown)[number]>[]> {
  const { userId } = signedIn(ctx.actor)
  if (ids.length === 0) return []
  const templates = await Template.with(ctx)
    .findByIds([...ids])
    .select(...shown)
  const offers = await TemplateOffer.with(ctx).whereIn('templateId', ids).where({ offeredTo: userId }).select('templateId')
  const places = await ctx.db('organization_members').where({ userId }).select<{ organizationId: string }[]>('organizationId')
  const offered = new Set(offers.map(({ templateId }) => templateId))
  const organizations = new Set<string | null>(places.map(({ organizationId }) => organizationId))
  return templates.filter((template) =>
    may(ctx.actor, 'template:read', {
      template,
      // Of who deleted their account nothing was found.
      ownerDeleted: false,
      isMember: organizations.has(template.organizationId),
      isOffered: offered.has(template.id),
    }),
  )
}
