import type { Provider } from '@prologue/contracts'

/** How a provider is reached: `key` is the secret itself. */
export type ProviderSettings = Omit<Provider, 'hasKey'> & { key: string | null }
