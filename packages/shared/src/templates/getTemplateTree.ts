import { limits, type TemplateTree } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Ctx } from '../context.ts'
import { TemplateVersion, type Template } from '../models/index.ts'
import { shownVersions, visibleTemplates } from '../policies/index.ts'
import { findTemplate } from './findTemplate.ts'
import { heldTexts, isHidden } from './heldTexts.ts'
import { peopleById } from './people.ts'
import { presentVersionSummary } from './presentVersion.ts'

/** A template of the tree. */
type Node = Pick<Template, 'id' | 'slug' | 'title' | 'ownerId' | 'forkedFromId' | 'latestNumber' | 'visibility'>

/** What a template was made from and what was made from it, with all their versions; the newest where there are too many. */
export async function getTemplateTree(ctx: Ctx, { templateId }: { templateId: string }): Promise<TemplateTree> {
  const { template } = await findTemplate(ctx, { id: templateId })
  const sources = await sourcesOf(ctx, template)
  const forks = await forksOf(ctx, template, limits.treeTemplates - 1 - sources.length)
  const nodes = [template, ...sources, ...forks.found]
  const rows = await TemplateVersion.with(ctx)
    .whereIn(
      'templateId',
      nodes.map(({ id }) => id),
    )
    .whereRaw(...shownVersions(ctx.actor))
    .orderBy([
      { column: 'createdAt', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .limit(limits.treeVersions + 1)
    .select('id', 'templateId', 'number', 'wordsDigest', 'message', 'parentVersionId', 'authorId', 'createdAt')
  const told = rows.slice(0, limits.treeVersions).toReversed()
  const known = new Set<string | null>(told.map(({ id }) => id))
  const people = await peopleById(ctx, [...nodes.map(({ ownerId }) => ownerId), ...told.map(({ authorId }) => authorId)])
  const nodeOf = new Map(nodes.map((node) => [node.id, node]))
  const texts = told.map(({ templateId, wordsDigest }) => ({ wordsDigest, ownerId: nodeOf.get(templateId)?.ownerId ?? null }))
  const isHeld = await heldTexts(ctx, texts)
  return {
    templates: nodes.map(({ id, slug, title, ownerId }) => ({ id, slug, title, owner: people.get(ownerId) ?? null })),
    versions: told.map((version) => {
      const node = nodeOf.get(version.templateId)
      const hidden = node !== undefined && isHidden(version, node, isHeld(version.wordsDigest, node.ownerId))
      const { parentVersionId, ...shown } = presentVersionSummary(version, { people, hidden })
      return { ...shown, templateId: version.templateId, parentVersionId: known.has(parentVersionId) ? parentVersionId : null }
    }),
    more: forks.more || rows.length > told.length,
  }
}

/** The one it was forked from, the one that was forked from, and so on as far as the actor sees. */
async function sourcesOf(ctx: Ctx, { forkedFromId }: Pick<Node, 'forkedFromId'>): Promise<Node[]> {
  const sources: Node[] = []
  for (let next = forkedFromId; next !== null && sources.length < limits.treeTemplates - 1;) {
    const [source] = await visible(ctx).where('templates.id', next)
    if (!source) break
    sources.push(source)
    next = source.forkedFromId
  }
  return sources
}

/** The forks of a template, then theirs, the oldest first: `most` of them. */
async function forksOf(ctx: Ctx, { id }: Pick<Node, 'id'>, most: number): Promise<{ found: Node[]; more: boolean }> {
  const found: Node[] = []
  for (let parents = [id]; parents.length > 0;) {
    const left = most - found.length
    const forks = await visible(ctx)
      .whereIn('templates.forkedFromId', parents)
      // Ids rise with time, and those of one template's forks stand in their index in this order.
      .orderBy('templates.id')
      .limit(left + 1)
    found.push(...forks.slice(0, left))
    if (forks.length > left) return { found, more: true }
    parents = forks.map((fork) => fork.id)
  }
  return { found, more: false }
}

function visible({ db, actor }: Ctx): Knex.QueryBuilder<Node, Node[]> {
  const columns = ['id', 'slug', 'title', 'ownerId', 'forkedFromId', 'latestNumber', 'visibility'].map(
    (name) => `templates.${name}`,
  )
  const query = db('templates').select<Node[]>(columns)
  visibleTemplates(query, actor)
  return query
}
