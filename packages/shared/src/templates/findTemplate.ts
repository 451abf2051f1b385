import { AppError, idSchema, slugSchema } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { Template } from '../models/index.ts'
import { may } from '../policies/index.ts'

export type TemplateKey = { id: string } | { slug: string }

/** A template with its owner, null where it comes with the program. */
export type FoundTemplate = { template: Template; owner: { id: string; name: string } | null }

/**
 * The one way from an id or slug to a template: only those who may read it find it. With `lock` the row is locked until the
 * transaction ends; with `toRestore` a deleted one is found by those who may bring it back.
 * @throws AppError NOT_FOUND
 */
export async function findTemplate(ctx: Ctx, key: TemplateKey, { lock = false, toRestore = false } = {}): Promise<FoundTemplate> {
  const found = await load(ctx, key, { lock, withDeleted: toRestore })
  if (!found || !may(ctx.actor, toRestore ? 'template:restore' : 'template:read', found)) throw new AppError('NOT_FOUND')
  return { template: found.template, owner: found.owner }
}

async function load(ctx: Ctx, key: TemplateKey, { lock, withDeleted }: { lock: boolean; withDeleted: boolean }) {
  const wellFormed = 'id' in key ? idSchema.safeParse(key.id) : slugSchema.safeParse(key.slug)
  if (!wellFormed.success) return null
  const query = Template.with(ctx)
    .context({ withDeleted })
    .findOne('id' in key ? { id: key.id } : { slug: key.slug })
  const template = await (lock ? query.forUpdate() : query)
  if (!template) return null
  const owner =
    template.ownerId === null ? null : await ctx.db('users').where({ id: template.ownerId }).first<Owner>(ownerColumns)
  const isMember = template.visibility === 'organization' && (await belongs(ctx, template.organizationId))
  const isOffered = await offered(ctx, template)
  return { template, owner, ownerDeleted: owner !== null && owner.deletedAt !== null, isMember, isOffered }
}

type Owner = { id: string; name: string; deletedAt: Date | number | null }
const ownerColumns = ['id', 'name', 'deletedAt']

/** Whether its owner offers it to the actor; asked only where nothing else lets them read it. */
async function offered({ db, actor }: Ctx, { id, ownerId, visibility }: Template): Promise<boolean> {
  if (actor.kind !== 'user' || ownerId === actor.userId || visibility === 'public' || visibility === 'unlisted') return false
  const row = await db('template_offers').where({ templateId: id, offeredTo: actor.userId }).first('id')
  return row !== undefined
}

/** Whether the actor belongs to an organization. */
export async function belongs({ db, actor }: Ctx, organizationId: string | null): Promise<boolean> {
  if (actor.kind !== 'user' || organizationId === null) return false
  const row = await db('organization_members').where({ organizationId, userId: actor.userId }).first('id')
  return row !== undefined
}
