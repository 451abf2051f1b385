import { z } from 'zod'
import type { PortableVersion } from '../types.ts'

type Settings = PortableVersion['settings']

/** What requests to a model say of it; null is nothing. */
export const settingFields = {
  model: z.string().max(100, 'Use at most 100 characters.').nullish(),
  temperature: z.number().min(0, 'Use 0 to 2.').max(2, 'Use 0 to 2.').nullish(),
  maxTokens: z.int().min(1, 'Use 1 or more.').nullish(),
}

/** The settings that there are. */
export function settingsOf({
  model,
  temperature,
  maxTokens,
}: { [name in keyof Settings]?: Settings[name] | null | undefined }): Settings {
  return {
    ...(typeof model === 'string' && model !== '' && { model }),
    ...(typeof temperature === 'number' && { temperature }),
    ...(typeof maxTokens === 'number' && { maxTokens }),
  }
}

/** A sentence of what a request needs and has not yet. */
export function missingLosses(missing: readonly string[], format: string): string[] {
  return missing.length > 0 ? [`Before it can be sent it needs what ${format} asks for: ${missing.join(', ')}.`] : []
}
