import type { ModelSettings } from '@prologue/contracts'

/** What a version is meant to be run with, within a sentence; null where nothing is said of it. */
export function settingWords({ model, temperature, maxTokens }: ModelSettings): string | null {
  const said = [
    ...(model === undefined ? [] : [model]),
    ...(temperature === undefined ? [] : [`a temperature of ${temperature.toLocaleString('en')}`]),
    ...(maxTokens === undefined ? [] : [`answers of at most ${maxTokens.toLocaleString('en')} tokens`]),
  ]
  return said.length === 0 ? null : new Intl.ListFormat('en').format(said)
}
