import type { Family } from '@prologue/prompt-kit'
import type { Logger } from '../../context.ts'
import type { Allowed } from './network/refuseHost.ts'
import type { Patience } from './patience.ts'
import type { Provider, Usage } from './provider.ts'
import type { ProviderSettings } from './settings.ts'

export type ModelProviderOptions = {
  name: string
  /** Reads its key. @throws AppError PROVIDER_FAILED where that cannot be read */
  settings: () => ProviderSettings
  model: string
  family: Family
  allowed: Allowed
  patience: Patience
  /** What an answer costs in micro-USD; null where it is not known. */
  cost: (used: Omit<Usage, 'costMicroUsd'>, modelVersion: string) => Promise<number | null>
  logger: Logger
}

/** A model of a provider. What speaks the protocols is loaded when one is asked for the first time. */
export function makeModelProvider(options: ModelProviderOptions): Provider {
  const { name, model, family, allowed, patience, cost, logger } = options
  return {
    name,
    model,
    family,

    async *stream(turn, signal) {
      const [{ answerTurn }, { makeFetch }] = await Promise.all([import('./answerTurn.ts'), import('./network/makeFetch.ts')])
      const reached = { settings: options.settings(), model, fetch: makeFetch(allowed, patience) }
      const { question, modelVersion, ...used } = yield* answerTurn({ reached, patience, logger }, turn, signal)
      const costMicroUsd = await cost(used, modelVersion)
      return { ...used, costMicroUsd, modelVersion, provider: name, model, insteadOf: null, question }
    },
  }
}
