import type { PortableVersion } from '../types.ts'

type Settings = PortableVersion['settings']

/** The settings that a model can be asked with. */
export function fitSettings({ model, temperature, maxTokens }: Settings, notes: string[]): Settings {
  const fitting: Settings = {}
  const leave = (what: string) => notes.push(`${what} is left out: it is out of range.`)
  if (model !== undefined) {
    if (model.length <= 100) fitting.model = model
    else leave('The name of the model')
  }
  if (temperature !== undefined) {
    if (temperature >= 0 && temperature <= 2) fitting.temperature = temperature
    else leave('The temperature')
  }
  if (maxTokens !== undefined) {
    if (maxTokens >= 1) fitting.maxTokens = maxTokens
    else leave('The most of tokens')
  }
  return fitting
}
