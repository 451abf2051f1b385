import { z } from 'zod'

/** `text` is the body of a section, without its heading or tags. */
export const sectionEditSchema = z.object({
  section: z.string(),
  op: z.enum(['replace', 'append', 'remove']),
  text: z.string(),
})

/**
 * What a model answers. Every field is always there, null where there is nothing: strict structured output knows no optional ones. What it
 * says comes first, so that people can read while edits follow.
 */
export const answerSchema = z.object({
  reply: z.string(),
  edits: z.array(sectionEditSchema),
  question: z.object({ slot: z.string(), text: z.string(), options: z.array(z.string()) }).nullable(),
})
export type Answer = z.infer<typeof answerSchema>
