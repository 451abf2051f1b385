import { isRecord } from '../json/isRecord.ts'
import { settingFields, settingsOf } from '../json/settings.ts'
import type { PortableVersion } from '../types.ts'

type Settings = PortableVersion['settings']
/** By which names a format has our settings, the one it is written with first. */
export type Names = { temperature: readonly string[]; maxTokens: readonly string[] }

/** The settings among the parameters of a model, and the others; what fits no setting is among these. */
export function settingsIn(
  model: unknown,
  parameters: unknown,
  names: Names,
): { settings: Settings; rest: Record<string, unknown> } {
  if (!isRecord(parameters)) return { settings: settingsOf({ model: settingFields.model.safeParse(model).data }), rest: {} }
  const rest = { ...parameters }
  const take = <T>(keys: readonly string[], read: (value: unknown) => T | null | undefined): T | null => {
    for (const key of keys) {
      const value = read(rest[key])
      if (value === null || value === undefined) continue
      delete rest[key]
      return value
    }
    return null
  }
  const settings = settingsOf({
    model: settingFields.model.safeParse(model).data,
    temperature: take(names.temperature, (value) => settingFields.temperature.safeParse(value).data),
    maxTokens: take(names.maxTokens, (value) => settingFields.maxTokens.safeParse(value).data),
  })
  return { settings, rest }
}

/** The parameters with the settings among them; undefined where there are none. */
export function withSettings(
  rest: unknown,
  { temperature, maxTokens }: Settings,
  names: Names,
): Record<string, unknown> | undefined {
  const [nameOfTemperature = ''] = names.temperature
  const [nameOfMaxTokens = ''] = names.maxTokens
  const all = {
    ...(temperature !== undefined && { [nameOfTemperature]: temperature }),
    ...(maxTokens !== undefined && { [nameOfMaxTokens]: maxTokens }),
    ...(isRecord(rest) && rest),
  }
  return Object.keys(all).length > 0 ? all : undefined
}
