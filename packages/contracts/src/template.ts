import { z } from 'zod'

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
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An address has small letters a to z, digits and single hyphens between them.')

export const tagsSchema = z.array(z.string().trim().toLowerCase().min(1).max(40)).max(20)

export const ratingSchema = z.int().min(1).max(5)
