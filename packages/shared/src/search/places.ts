import { idSchema, templateSorts, type SearchSort } from '@prologue/contracts'
import { z } from 'zod'

/**
 * Where a page of hits ends, in which order: the last hit's value in it and its id. By relevance the next page is only the next
 * with the weights that the terms had.
 */
export type Place = { order: SearchSort; weights: number[]; value: number; id: string }

export const placeSchema: z.ZodType<Place> = z
  .tuple([
    z.enum(['relevance', ...templateSorts]),
    z.array(z.int().min(1).max(3)).max(20),
    // No more is an instant.
    z.int().min(0).max(8_640_000_000_000_000),
    idSchema,
  ])
  .transform(([order, weights, value, id]) => ({ order, weights, value, id }))
