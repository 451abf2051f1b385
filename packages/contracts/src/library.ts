import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { markedSchema, searchTextSchema } from './search.ts'
import { tagSchema, templateCategorySchema, templateFamilySchema, templateSorts, templateSummarySchema } from './template.ts'

/** Whose templates: what is public, whoever made it; one's own of any visibility, one's favourites, one's own deleted ones. */
export const libraryScopes = ['public', 'mine', 'favourites', 'deleted'] as const
export type LibraryScope = (typeof libraryScopes)[number]

/** What is looked for. All of it must hold: every word, every tag. */
export const libraryFilterSchema = z.object({
  scope: z.enum(libraryScopes).default('public'),
  text: searchTextSchema.default(''),
  /** Whether the last word may be the beginning of a longer one, as while somebody types. */
  prefix: z.boolean().default(false),
  category: templateCategorySchema.optional(),
  tags: z.array(tagSchema).max(limits.tagsAsked).default([]),
  authorId: idSchema.optional(),
  family: templateFamilySchema.optional(),
})
export type LibraryFilter = z.infer<typeof libraryFilterSchema>

/** Without words there is no relevance: the best rated come first then. */
export const browseLibrarySchema = libraryFilterSchema.extend({
  sort: z.enum(['relevance', ...templateSorts]).default('relevance'),
  cursor: z.string().max(200).optional(),
})

/** A template with the places of the words that were looked for. */
export const templateHitSchema = z.object({
  template: templateSummarySchema,
  /** Whether who asks keeps it among their favourites. */
  isFavourite: z.boolean(),
  title: markedSchema,
  description: markedSchema,
  /** One for each of its tags, those that were looked for first. */
  tags: z.array(markedSchema),
})
export type TemplateHit = z.infer<typeof templateHitSchema>

/** What somebody writes; of a longer text the beginning tells what it is about. */
export const fitTemplatesSchema = z.object({ text: z.string().transform((text) => text.slice(0, limits.fitting)) })
export const fittingTemplatesSchema = z.object({ items: z.array(templateHitSchema) })

const countsOf = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count: z.int() }))

/**
 * How many of what is found have which category, tag, family and author, the most frequent first and at most `limits.facetValues` of them.
 * Categories, families and authors are counted as if none were chosen, tags among those that have all that are chosen. Of many templates a
 * thousand are counted: those that are rated best, unless it takes long to tell them from the others.
 */
export const libraryFacetsSchema = z.object({
  /** How many there are, up to a thousand. */
  found: z.int(),
  /** Whether there are more than were counted. */
  more: z.boolean(),
  /** Of which kinds not all were counted: what is not named there may be there all the same, and numbers would mislead. */
  partial: z.array(z.enum(['categories', 'tags', 'families', 'authors'])),
  categories: countsOf(templateCategorySchema),
  tags: countsOf(z.string()),
  families: countsOf(templateFamilySchema),
  /** Who has an account here; what comes with the program has no author. */
  authors: countsOf(personSchema),
})
export type LibraryFacets = z.infer<typeof libraryFacetsSchema>
