import { z } from 'zod'
import { titleSchema } from './conversation.ts'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { personSchema } from './people.ts'
import { templateAbilitySchema } from './roles.ts'

/** What the library is sorted into. */
export const templateCategories = [
  'writing',
  'coding',
  'data',
  'support',
  'research',
  'education',
  'business',
  'productivity',
  'creative',
  'language',
] as const
export const templateCategorySchema = z.enum(templateCategories)
export type TemplateCategory = z.infer<typeof templateCategorySchema>

/** Who finds a template: its owner; whoever has its address; the members of its organization; everybody. */
export const templateVisibilitySchema = z.enum(['private', 'unlisted', 'organization', 'public'])
export type TemplateVisibility = z.infer<typeof templateVisibilitySchema>

/** The part of a template's address that people choose: plain letters, so that no two look alike. */
export const slugSchema = z
  .string()
  .max(limits.slug)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An address has small letters a to z, digits and single hyphens between them.')

/** The model family a template is written for. */
export const templateFamilies = ['claude', 'gpt', 'gemini', 'plain'] as const
export const templateFamilySchema = z.enum(templateFamilies)
export type TemplateFamily = z.infer<typeof templateFamilySchema>

export const tagSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'A tag has letters.')
  .max(limits.tag, `A tag can have ${limits.tag} characters.`)

/** In small letters, each once. */
export const tagsSchema = z
  .array(tagSchema)
  .max(limits.tags, `A template can have ${limits.tags} tags.`)
  .transform((tags) => [...new Set(tags)])

export const ratingSchema = z.int().min(1, 'Give one to five stars.').max(5, 'Give one to five stars.')

export const templateContentSchema = z
  .string()
  .min(1, 'Write the text of the template.')
  .max(limits.template, `A template can have ${limits.template.toLocaleString('en')} characters.`)
export const descriptionSchema = z
  .string()
  .trim()
  .max(limits.description, `A description can have ${limits.description} characters.`)
export const versionMessageSchema = z
  .string()
  .trim()
  .max(limits.versionMessage, `A message can have ${limits.versionMessage} characters.`)

/** What a model is asked with, beside the text. */
export const modelSettingsSchema = z.strictObject({
  model: z.string().max(100).optional(),
  temperature: z.number().min(0).max(2).optional(),
  maxTokens: z.int().min(1).optional(),
})
export type ModelSettings = z.infer<typeof modelSettingsSchema>

export const versionNumberSchema = z.int().min(1).max(2_000_000_000)

/** A new template. The server adds the variables, whose language it knows. */
export const createTemplateSchema = z.object({
  title: titleSchema,
  description: descriptionSchema.default(''),
  category: templateCategorySchema,
  tags: tagsSchema.default([]),
  /** Null: any. */
  family: templateFamilySchema.nullable().default(null),
  visibility: templateVisibilitySchema.default('private'),
  organizationId: idSchema.nullable().default(null),
  content: templateContentSchema,
  settings: modelSettingsSchema.default({}),
  message: versionMessageSchema.default(''),
})

/**
 * A template without a version, to be written on; it is its owner's alone until its first version is published. Without a title one
 * that was begun and never written on is answered again.
 */
export const beginTemplateSchema = z.object({ title: titleSchema.optional() })

/** One's own copy of a version, the newest where none is named. */
export const forkTemplateSchema = z.object({ id: idSchema, number: versionNumberSchema.optional() })

/** A conversation about a version, its variables filled in with `values` by their names. */
export const useTemplateSchema = z.object({
  id: idSchema,
  number: versionNumberSchema,
  values: z.record(z.string(), z.unknown()).default({}),
})

/** What is said of a template; what is left out stays. */
const templateDetailsSchema = z
  .object({
    title: titleSchema,
    description: descriptionSchema,
    category: templateCategorySchema,
    tags: tagsSchema,
    family: templateFamilySchema.nullable(),
    visibility: templateVisibilitySchema,
  })
  .partial()

/**
 * What is said of a template. A field that stands in `was` is changed only while it is as it stands there: as its writer was shown it, or
 * sent it before without hearing what became of that.
 */
export const updateTemplateSchema = templateDetailsSchema.extend({
  id: idSchema,
  was: z.array(templateDetailsSchema).max(limits.sentBefore).optional(),
})

/** A new version; the server adds the variables. `basedOn` is the number of the version that was changed. */
export const saveTemplateVersionSchema = z.object({
  templateId: idSchema,
  basedOn: versionNumberSchema,
  content: templateContentSchema,
  settings: modelSettingsSchema.default({}),
  message: versionMessageSchema.default(''),
})

/** `basedOn` is the number of the newest version that was seen. */
export const restoreTemplateVersionSchema = z.object({
  templateId: idSchema,
  number: versionNumberSchema,
  basedOn: versionNumberSchema,
})

/** `latest` moves by itself, and digits name a version by its number. */
export const labelNameSchema = z
  .string()
  .max(limits.label, `A label can have ${limits.label} characters.`)
  .regex(/^[a-z0-9]+([-_.][a-z0-9]+)*$/, 'A label has small letters a to z, digits and single - _ . between them.')
  .refine((name) => name !== 'latest', 'The label latest moves by itself.')
  .refine((name) => !/^\d+$/.test(name), 'Digits alone are the number of a version. Add a letter.')

export const moveTemplateLabelSchema = z.object({ templateId: idSchema, name: labelNameSchema, number: versionNumberSchema })
export const removeTemplateLabelSchema = moveTemplateLabelSchema.omit({ number: true })
/** The number a label pointed to before, null where there was none. */
export const displacedSchema = z.object({ displaced: versionNumberSchema.nullable() })

const reviewSchema = z
  .string()
  .trim()
  .max(limits.review, `A review can have ${limits.review} characters.`)
  .transform((review) => (review === '' ? null : review))

export const rateTemplateSchema = z.object({
  templateId: idSchema,
  rating: ratingSchema,
  review: reviewSchema.nullable().default(null),
})

export const templateSorts = ['best-rated', 'most-used', 'trending', 'newest'] as const
export const templateSortSchema = z.enum(templateSorts)
export type TemplateSort = z.infer<typeof templateSortSchema>

/** A template as lists show it. */
export const templateSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  category: templateCategorySchema,
  tags: z.array(z.string()),
  /** Null: any. */
  family: templateFamilySchema.nullable(),
  visibility: templateVisibilitySchema,
  /** Null: it comes with the program. */
  owner: personSchema.nullable(),
  /** Of its newest version; 0: it is not published, and only its owner sees it. */
  latestNumber: z.int(),
  ratingCount: z.int(),
  /** Of the stars given, one to five; null where nobody has rated. */
  ratingAverage: z.number().nullable(),
  usageCount: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  abilities: z.array(templateAbilitySchema),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>

/** A version as its history shows it, without its text. */
export const templateVersionSummarySchema = z.object({
  id: idSchema,
  number: versionNumberSchema,
  message: z.string(),
  /** The version it came from, also one of another template. */
  parentVersionId: idSchema.nullable(),
  /** Null: it comes with the program. */
  author: personSchema.nullable(),
  /** Whether others are not shown it, because moderators agreed with a report of what it says. */
  hidden: z.boolean(),
  createdAt: z.date(),
})
export type TemplateVersionSummary = z.infer<typeof templateVersionSummarySchema>

/** A whole version but for its variables, which the server adds. */
export const templateVersionSchema = templateVersionSummarySchema.extend({ content: z.string(), settings: modelSettingsSchema })

/** A template as its page shows it but for its newest version, which the server adds. */
export const templateSchema = templateSummarySchema.extend({
  labels: z.array(z.object({ name: z.string(), number: versionNumberSchema })),
  /** The template it was forked from; null: none, or one the actor may not see. */
  forkedFrom: z.object({ id: idSchema, slug: z.string(), title: z.string() }).nullable(),
  /** Whether the actor keeps it among their favourites. */
  isFavourite: z.boolean(),
  /** Whether something is written on that is no version yet; told to who may write on it. */
  hasDraft: z.boolean(),
  /** To whom its owner has offered it; told to both of them. */
  offeredTo: personSchema.nullable(),
  /** What the actor thinks of it. */
  myRating: z.object({ rating: ratingSchema, review: z.string().nullable() }).nullable(),
})
