import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { modelChoiceSchema } from './provider.ts'

/** What is asked for. All but `generate` need a model. */
export const acts = ['generate', 'improve', 'shorten', 'translate', 'explain', 'fix'] as const
export const actSchema = z.enum(acts)
export type Act = z.infer<typeof actSchema>

/** `replace` a section as a whole, `append` to it (or make it), `remove` it. */
export const editOps = ['replace', 'append', 'remove'] as const
export const editStates = ['open', 'applied', 'dismissed'] as const

/** A section of a draft by its name: one of the composer's, or the words of its heading. */
export const sectionKeySchema = z.string().min(1).max(limits.section)

/** An edit of the draft that a model proposes. Why one that is open was not applied stands in `held`. */
export const promptEditSchema = z.object({
  id: idSchema,
  section: z.string(),
  op: z.enum(editOps),
  text: z.string(),
  state: z.enum(editStates),
})
export type PromptEdit = z.infer<typeof promptEditSchema>
/** The same while the answer is being written: it can be decided about once that is there. */
export type ProposedEdit = Pick<PromptEdit, 'section' | 'op' | 'text'>

/**
 * Why an edit waits for somebody's decision: its section is locked, or was changed since the model read it, or other sections would be
 * called or say something else after it.
 */
export const heldReasons = ['locked', 'stale', 'others'] as const
export type HeldReason = (typeof heldReasons)[number]

/** All open edits of an answer, or those named, which may have been dismissed; those too that are held for no other reasons than `despite`. */
export const applyEditsSchema = z.object({
  promptId: idSchema,
  editIds: z.array(idSchema).min(1).max(limits.edits).optional(),
  despite: z.array(z.enum(heldReasons)).max(heldReasons.length).default([]),
})
/** `checkpointId` is of what the draft was before; null where nothing was written. */
export const appliedEditsSchema = z.object({
  checkpointId: idSchema.nullable(),
  applied: z.array(idSchema),
  held: z.array(z.object({ editId: idSchema, because: z.array(z.enum(heldReasons)).min(1) })),
})
export type AppliedEdits = z.infer<typeof appliedEditsSchema>
export const dismissEditSchema = z.object({ promptId: idSchema, editId: idSchema })

/** Sections that are locked already keep what people wrote, unless they are named in `despite`. */
export const applyPromptSchema = z.object({
  promptId: idSchema,
  despite: z.array(sectionKeySchema).max(limits.sections).default([]),
})
export const appliedPromptSchema = z.object({ checkpointId: idSchema.nullable(), held: z.array(z.string()) })

/** What the chat asks next: about a slot of the brief, with answers to choose from. */
export const questionSchema = z.object({ slot: z.string(), text: z.string(), options: z.array(z.string()) })
export type Question = z.infer<typeof questionSchema>

export const regenerateSchema = z.object({ id: idSchema, model: modelChoiceSchema.optional() })

/** From 1 to 5, as templates are rated; thumbs are 1 and 5. Null takes it back. */
export const ratePromptSchema = z.object({
  id: idSchema,
  rating: z.int().min(1).max(5).nullable(),
  feedback: z.string().trim().max(limits.review).nullable().default(null),
})

/** Why a sentence of the composer's is there, in words for people; it stands in its section as it is. */
export const reasonSchema = z.object({ section: z.string(), text: z.string(), why: z.string() })
export type Reason = z.infer<typeof reasonSchema>

/** What people said of a section by hand. */
export const sectionLocks = ['locked', 'open'] as const
const sectionLockSchema = z.enum(sectionLocks)
export type SectionLock = z.infer<typeof sectionLockSchema>

/**
 * What a draft knows of its sections: `written` holds marks of what the assistant wrote there; a section with any other text was edited
 * by people and is locked, unless `lock` says otherwise.
 */
export const draftSectionSchema = z.object({
  section: z.string(),
  written: z.array(z.string()),
  lock: sectionLockSchema.nullable(),
})
export type DraftSection = z.infer<typeof draftSectionSchema>
export const setSectionLockSchema = z.object({
  conversationId: idSchema,
  section: sectionKeySchema,
  lock: sectionLockSchema.nullable(),
})
