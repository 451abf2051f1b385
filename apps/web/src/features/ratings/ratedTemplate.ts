import type { templateSchema } from '@prologue/contracts'
import type { z } from 'zod'

/** What of a template its ratings and its use need. */
export type RatedTemplate = Pick<
  z.infer<typeof templateSchema>,
  'id' | 'owner' | 'ratingCount' | 'ratingAverage' | 'usageCount' | 'myRating' | 'abilities'
>

export type MyRating = NonNullable<RatedTemplate['myRating']>
