import { z } from 'zod'
import type { PortableVersion } from '../types.ts'

type Settings = PortableVersion['settings']

/** What requests to a model say of it, by our names; null is nothing. */
export const settingFields = {
  model: z.string().max(100, 'Use at most 100 characters.').nullish(),
  temperature: z.number().min(0, 'Use 0 to 2.').max(2, 'Use 0 to 2.').nullish(),
  maxTokens: z.int().min(1, 'Use 1 or more.').nullish(),
}

/** Settings of what is there. */
export function settingsOf({
  model,
  temperature,
  maxTokens,
}: { [name in keyof Settings]?: Settings[name] | null | undefined }): Settings {
  return {
    ...(model !== null && model !== undefined && model !== '' && { model }),
    ...(temperature !== null && temperature !== undefined && { temperature }),
    ...(maxTokens !== null && maxTokens !== undefined && { maxTokens }),
  }
}
