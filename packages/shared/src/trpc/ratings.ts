import { idSchema, listReviewsSchema, pageSchema, ratingSummarySchema, templateReviewSchema } from '@prologue/contracts'
import { z } from 'zod'
import { listReviews, summariseRatings } from '../ratings/index.ts'
import { procedure, router } from './trpc.ts'

export const ratingsRouter = router({
  summary: procedure
    .meta({ policy: 'template:read' })
    .input(z.object({ templateId: idSchema }))
    .output(ratingSummarySchema)
    .query(({ ctx, input }) => summariseRatings(ctx, input)),

  reviews: procedure
    .meta({ policy: 'template:read' })
    .input(listReviewsSchema)
    .output(pageSchema(templateReviewSchema))
    .query(({ ctx, input }) => listReviews(ctx, input)),
})
