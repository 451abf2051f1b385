import { formatIds, originalSchema, withOriginal, type Fitted, type PortableTemplate } from '@prologue/prompt-kit/formats'
import type { Template } from '../models/index.ts'

/** The key beside those of the formats: what the file said that is kept otherwise here. */
const cameAs = 'imported'

/** What a template keeps of the file it came from, null: nothing; `category` is the one it has here. */
export function metadataOf({ extras, original }: Fitted, file: string | null, category: string): Template['metadata'] {
  if (original === null) return Object.keys(extras).length === 0 ? null : extras
  const change = file === category ? {} : { category: { file, here: category } }
  return { ...extras, [cameAs]: { ...original, ...change } }
}

/** A template with what it keeps of the file it came from, as that had it. What cannot be read any more is left out. */
export function withMetadata(template: PortableTemplate, metadata: Template['metadata']): PortableTemplate {
  const kept = formatIds.flatMap((id) => (metadata?.[id] === undefined ? [] : [[id, metadata[id]] as const]))
  const original = originalSchema.safeParse(metadata?.[cameAs]).data
  const whole = { ...template, extras: Object.fromEntries(kept) }
  return original === undefined ? whole : withOriginal(whole, original)
}
