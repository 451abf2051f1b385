import { tagsSchema, type TemplateCategory, type TemplateFamily, type TemplateVisibility } from '@prologue/contracts'
import { z } from 'zod'
import { templateFilters, templateWeights } from '../database/words/index.ts'
import { BaseModel } from './BaseModel.ts'
import { belongsTo } from './belongsTo.ts'
import type { Searched } from './searchDocuments.ts'
import { User } from './User.ts'

/** What of a row says by what it is found beside its words. */
const foundBy = z.object({
  category: z.string(),
  tags: tagsSchema,
  family: z.string().nullish(),
  authorId: z.string().nullish(),
})

/** A published, reusable system prompt. Counts and scores are kept by the database. */
export class Template extends BaseModel {
  /** Null: it comes with the program. */
  declare ownerId: string | null
  declare organizationId: string | null
  declare forkedFromId: string | null
  declare slug: string
  declare title: string
  declare description: string
  declare category: TemplateCategory
  declare tags: string[]
  /** Null: it is written for any. */
  declare family: TemplateFamily | null
  /** What a file it was imported from held that has no place here, by the format's id; null: nothing. */
  declare metadata: Record<string, Record<string, unknown>> | null
  declare visibility: TemplateVisibility
  /** The number of its newest version, 0 before it is published. */
  declare latestNumber: number
  declare ratingCount: number
  declare ratingSum: number
  /** What ratings sort by, in millionths of a star: an average to which a few middling ratings are added. */
  declare ratingScore: number
  declare usageCount: number
  declare lastUsedAt: Date | null
  /** When others could read it first, null: nobody could so far. */
  declare publishedAt: Date | null
  /** What the newest are found by: when it was published, or begun where it was not. */
  declare listedAt: Date
  /** Uses of the last two weeks, in thousandths, recent ones counting more. */
  declare trendingScore: number
  /** Its category, tags, family and owner as bits, by which those of a filter are picked from an index. */
  declare filterBits: number
  declare deletedAt: Date | null
  declare owner?: User | null

  static override tableName = 'templates'
  static override softDelete = true
  static override relationMappings = () => ({ owner: belongsTo(User, 'templates.ownerId') })
  static override hiddenWithAny = ['owner']
  static override instants = ['lastUsedAt', 'publishedAt', 'listedAt']
  static override json = { tags: tagsSchema, metadata: z.record(z.string(), z.record(z.string(), z.unknown())).nullable() }
  static override searched = {
    noun: 'template',
    fields: {
      title: { weight: templateWeights.title },
      description: { weight: templateWeights.description },
      category: { weight: templateWeights.category },
      tags: { weight: templateWeights.tags, read: (value) => tagsSchema.parse(value).join(' ') },
    },
    filters: {
      fields: ['category', 'tags', 'family', 'ownerId'],
      column: 'filterBits',
      read: (row) => templateFilters(foundBy.parse({ ...row, authorId: row['ownerId'] })),
    },
  } as const satisfies Searched
  static override partOf = { field: 'id' }
  static override audited = {
    ownerId: 'value',
    organizationId: 'value',
    forkedFromId: 'value',
    slug: 'redacted',
    title: 'digest',
    description: 'digest',
    category: 'value',
    tags: 'digest',
    family: 'value',
    visibility: 'value',
    deletedAt: 'value',
  } as const
}
