import { z } from 'zod'
import { archetypeSchema, familySchema, lengthUnits, outputKinds } from './schema.ts'

const short = z.string().trim().max(200, 'Use at most 200 characters here.')
const line = z.string().trim().max(2000, 'Use at most 2,000 characters here.')
const long = z.string().trim().max(20_000, 'Use at most 20,000 characters here.')
const lines = z.array(line).max(50, 'Use at most 50 lines here.')
const count = z.int().min(0).max(1_000_000)

/** The brief as a form sends it. Every field may be missing or blank; blank ones count as missing. */
export const briefFormSchema = z.object({
  name: short.optional(),
  /** What the assistant is, such as "travel agent"; an article is added where it lacks one. */
  role: line.optional(),
  domain: short.optional(),
  /** What it is to do, beginning with a verb: "Answer questions about deliveries". */
  task: line.optional(),
  archetype: archetypeSchema.optional(),
  audience: short.optional(),
  context: long.optional(),
  inputs: lines.optional(),
  steps: lines.optional(),
  do: lines.optional(),
  dont: z
    .array(z.object({ rule: line, instead: line.optional() }))
    .max(50, 'Use at most 50 lines here.')
    .optional(),
  tone: z.array(short).max(10, 'Use at most 10 words for the tone.').optional(),
  language: short.optional(),
  length: z
    .object({ unit: z.enum(lengthUnits), min: count.nullish(), max: count.nullish() })
    .refine(({ min, max }) => min == null || max == null || min <= max, 'The least must not be above the most.')
    .optional(),
  output: z.object({ kind: z.enum(outputKinds), schema: long.optional(), template: long.optional() }).optional(),
  examples: z
    .array(z.object({ input: long, output: long }))
    .max(20, 'Use at most 20 examples.')
    .optional(),
  tools: z
    .array(z.object({ name: short, when: line.optional(), ifMissing: line.optional() }))
    .max(50, 'Use at most 50 tools.')
    .optional(),
  fallback: line.optional(),
  escalation: line.optional(),
  safety: lines.optional(),
  criteria: lines.optional(),
  family: familySchema.optional(),
})
export type BriefForm = z.infer<typeof briefFormSchema>
