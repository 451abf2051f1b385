import type { Provider as ProviderShape } from '@prologue/contracts'
import type { ProviderSettings } from '../generation/index.ts'
import type { Provider } from '../models/index.ts'

/** A provider as administrators see it, without its key. */
export function presentProvider(row: Provider): ProviderShape {
  const { id, name, kind, baseUrl, keyEncrypted, models, enabled, fallback } = row
  return { id, name, kind, baseUrl, hasKey: keyEncrypted !== null, models, enabled, fallback, fromEnvironment: false }
}

export function presentSettings({ key, ...shown }: ProviderSettings): ProviderShape {
  return { ...shown, hasKey: key !== null }
}
