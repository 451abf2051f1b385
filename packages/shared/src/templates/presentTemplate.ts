import type { TemplateSummary } from '@prologue/contracts'
import type { Actor } from '../context.ts'
import type { Template } from '../models/index.ts'
import { abilitiesOn } from '../policies/index.ts'
import { presentPerson } from './people.ts'

/** What of a template is shown. Lists read no more: what an import keeps may be large. */
export const shownFields = [
  'id',
  'ownerId',
  'slug',
  'title',
  'description',
  'category',
  'tags',
  'family',
  'visibility',
  'latestNumber',
  'ratingCount',
  'ratingSum',
  'usageCount',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof Template)[]

export type ShownTemplate = Pick<Template, (typeof shownFields)[number]>

export function presentTemplate(
  template: ShownTemplate,
  owner: { id: string; name: string } | null,
  actor: Actor,
): TemplateSummary {
  return {
    id: template.id,
    slug: template.slug,
    title: template.title,
    description: template.description,
    category: template.category,
    tags: template.tags,
    family: template.family,
    visibility: template.visibility,
    owner: owner && presentPerson(owner),
    latestNumber: template.latestNumber,
    ratingCount: template.ratingCount,
    ratingAverage: template.ratingCount === 0 ? null : template.ratingSum / template.ratingCount,
    usageCount: template.usageCount,
    createdAt: template.createdAt,
    updatedAt: template.updatedAt,
    abilities: abilitiesOn(actor, template),
  }
}
