import type { templateSchema } from '@prologue/contracts'
import type { z } from 'zod'

/** What of a template its versions need. */
export type VersionedTemplate = Pick<
  z.infer<typeof templateSchema>,
  'id' | 'slug' | 'title' | 'latestNumber' | 'labels' | 'forkedFrom' | 'abilities'
>
