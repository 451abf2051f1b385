import { AppError } from '@prologue/contracts'
import { countTokens, writeInstruction, type Family } from '@prologue/prompt-kit'
import type { Logger } from '../../context.ts'
import { measure, type Ask } from './meter.ts'
import type { Allowed } from './network/refuseHost.ts'
import type { Patience } from './patience.ts'
import type { Provider, Usage } from './provider.ts'
import type { ProviderSettings } from './settings.ts'
import { withinTime } from './withinTime.ts'

export type ModelProviderOptions = {
  name: string
  /** Reads its key. @throws AppError PROVIDER_FAILED where that cannot be read */
  settings: () => ProviderSettings
  model: string
  family: Family
  /** Known to cost nothing. */
  free: boolean
  allowed: Allowed
  patience: Patience
  /** What an answer costs in micro-USD; null where it is not known. */
  cost: (used: Omit<Usage, 'costMicroUsd'>, modelVersion: string) => Promise<number | null>
  logger: Logger
}

/** Tokens out beyond what the draft has, where nobody said how many there may be: for what is held back while it answers. */
const usualAnswer = 2_000

/** A model of a provider. What speaks the protocols is loaded when one is asked for the first time. */
export function makeModelProvider(options: ModelProviderOptions): Provider {
  const { name, model, family, free, allowed, patience, cost, logger } = options
  const of = { model, family }
  return {
    name,
    model,
    family,
    free,

    async estimate(turn) {
      if (free) return 0
      const draft = await countTokens(turn.draft, of)
      const { tokensIn } = await measure([{ ...writeInstruction(turn), said: '', usage: null }], of)
      const tokensOut = turn.parameters.maxTokens ?? draft.tokens + usualAnswer
      return (await cost({ tokensIn, tokensCached: 0, tokensOut }, model)) ?? 0
    },

    async *stream(turn, signal, charge) {
      const [{ answerTurn }, { makeFetch }] = await Promise.all([import('./answerTurn.ts'), import('./network/makeFetch.ts')])
      const reached = { settings: options.settings(), model, fetch: makeFetch(allowed, patience) }
      const asks: Ask[] = []
      let version = model
      try {
        const note = (ask: Ask) => void asks.push(ask)
        const place = { reached, patience, logger, note }
        const limit = { milliseconds: patience.whole, reason: tooSlow(name, patience), signal }
        const { question, modelVersion, ...used } = yield* withinTime(limit, (line) => answerTurn(place, turn, line))
        version = modelVersion
        const costMicroUsd = await cost(used, modelVersion)
        return { ...used, costMicroUsd, modelVersion, provider: name, model, insteadOf: null, question }
      } finally {
        // Also of what was stopped or failed midway: that is charged for, too.
        if (!free && asks.length > 0) charge(await cost(await measure(asks, of), version))
      }
    },
  }
}

function tooSlow(name: string, { whole }: Patience): AppError {
  const minutes = Math.max(Math.round(whole / 60_000), 1)
  const within = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return new AppError('PROVIDER_FAILED', `${name} was not done within ${within}. Ask for less at once, or choose another model.`)
}
