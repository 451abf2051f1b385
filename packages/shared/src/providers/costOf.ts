import type { Price, Provider } from '@prologue/contracts'
import type { Usage } from '../generation/index.ts'
import { isLocal } from './isLocal.ts'
import { knownCost, knownModel } from './knownModel.ts'
import { withSet } from './priceOf.ts'
import { isPriced, type SetPrice } from './setPrices.ts'

type Used = Omit<Usage, 'costMicroUsd'>
type Of = { place: Pick<Provider, 'kind' | 'baseUrl'>; model: string; modelVersion: string; set: SetPrice | null }

/** What an answer costs, in whole micro-USD: by what is set here, then by what the program knows; null where neither does. */
export async function costOf({ place, model, modelVersion, set }: Of, used: Used): Promise<number | null> {
  if (isPriced(set)) {
    const known = (await knownModel(place, model)) ?? (await knownModel(place, modelVersion))
    return costAt(withSet(known?.price ?? null, set), used)
  }
  if (isLocal(place)) return 0
  const cost = (await knownCost(place, model, used)) ?? (await knownCost(place, modelVersion, used))
  return cost === null ? null : exact(cost)
}

/** Money and tokens are whole numbers, and what is multiplied stays exact: a million tokens at a thousand dollars are 10^15. */
function costAt({ input, cachedInput, output }: Price, { tokensIn, tokensCached, tokensOut }: Used): number | null {
  if (tokensIn === null || tokensOut === null || input === null || output === null) return null
  const cached = Math.min(tokensCached ?? 0, tokensIn)
  return exact(((tokensIn - cached) * input + cached * (cachedInput ?? input) + tokensOut * output) / 1_000_000)
}

/** What is too much to be counted is not known. */
function exact(microUsd: number): number | null {
  const whole = Math.round(microUsd)
  return Number.isSafeInteger(whole) ? whole : null
}
