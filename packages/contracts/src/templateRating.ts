import { z } from 'zod'
import { idSchema } from './ids.ts'
import { personSchema } from './people.ts'
import { ratingSchema } from './template.ts'

/** How many gave one star, two, three, four and five. */
export const ratingSummarySchema = z.object({ counts: z.array(z.int()).length(5) })
export type RatingSummary = z.infer<typeof ratingSummarySchema>

/** A rating with words. */
export const templateReviewSchema = z.object({
  id: idSchema,
  /** Who erased their account leaves stars and no words, so there is somebody. */
  author: personSchema,
  rating: ratingSchema,
  review: z.string(),
  createdAt: z.date(),
  /** Later than `createdAt` where it was written anew. */
  updatedAt: z.date(),
})
export type TemplateReview = z.infer<typeof templateReviewSchema>

export const listReviewsSchema = z.object({ templateId: idSchema, cursor: z.string().max(200).optional() })
