import { z } from 'zod'
import { idSchema } from './ids.ts'
import { limits } from './limits.ts'
import { versionMessageSchema } from './template.ts'

/** What is typed so far: it need not be a template yet, nor its variables complete. */
const unfinished = {
  content: z.string().max(limits.template, `A template can have ${limits.template.toLocaleString('en')} characters.`),
  variables: z.array(z.record(z.string(), z.unknown())).max(limits.variables),
  settings: z.record(z.string(), z.unknown()),
}

/** What is written on and not yet a version. */
export const templateDraftSchema = z.object({
  templateId: idSchema,
  ...unfinished,
  /** The version it was begun from; 0: none was there. */
  basedOn: z.int().min(0),
  /** Goes up with every save; 0: nothing is saved yet, and this is the newest version's text. */
  revision: z.int().min(0),
  savedAt: z.date().nullable(),
})
export type TemplateDraft = z.infer<typeof templateDraftSchema>

/** `revision` is the one that was read or saved last: where another page saved meanwhile the answer is CONFLICT. */
export const saveTemplateDraftSchema = z.object({
  templateId: idSchema,
  ...unfinished,
  basedOn: z.int().min(0),
  revision: z.int().min(0),
})

/** Makes a version of the draft of this revision. */
export const publishTemplateDraftSchema = z.object({
  templateId: idSchema,
  revision: z.int().min(1),
  message: versionMessageSchema.default(''),
})

export const savedTemplateDraftSchema = z.object({ revision: z.int().min(1), savedAt: z.date() })

/** Takes away the draft of this revision; what another page has saved since is not lost. */
export const discardTemplateDraftSchema = publishTemplateDraftSchema.omit({ message: true })
