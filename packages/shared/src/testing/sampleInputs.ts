import * as fc from 'fast-check'
import type { z } from 'zod'
import { arbitraryOf, type Known } from './arbitraryOf.ts'
import { hostileTo } from './hostileTo.ts'

/** Which and how many: the same seed gives the same. */
export type Sample = { seed: number; numRuns: number }

/** Inputs that a schema takes, often with what is `known` where an id or text is due, and as many with something wrong in them. */
export function sampleInputs(schema: z.core.$ZodType | undefined, known: Known, sample: Sample) {
  const valid = schema ? arbitraryOf(schema, known) : fc.constant(undefined)
  return { valid: fc.sample(valid, sample), hostile: fc.sample(hostileTo(valid), sample) }
}
