import type { BriefFields } from './briefFields.ts'

/** The fields as somebody filled them in, without the language that stood there from the beginning. */
export function withoutPreset(fields: BriefFields, preset: string): BriefFields {
  return preset && fields.language === preset ? { ...fields, language: '' } : { ...fields }
}

/** A language that `input` itself asks for goes before the one that is set for all prompts, not before one that was filled in. */
export async function settleLanguage(input: string, fields: BriefFields, preset: string): Promise<BriefFields> {
  if (!preset || fields.language !== preset) return { ...fields }
  const { namesLanguage } = await import('./namesLanguage.ts')
  return namesLanguage(input) ? withoutPreset(fields, preset) : { ...fields }
}
