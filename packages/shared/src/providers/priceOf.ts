import type { Price, Provider } from '@prologue/contracts'
import { isLocal } from './isLocal.ts'
import { knownModel } from './knownModel.ts'
import { isPriced, type SetPrice } from './setPrices.ts'

const nothing: Price = { input: 0, cachedInput: 0, output: 0 }

/** What a model costs: what is set here; nothing, on a server of one's own; else what the program knows, which may be nothing at all. */
export async function priceOf(place: Pick<Provider, 'kind' | 'baseUrl'>, model: string, set: SetPrice | null): Promise<Price> {
  if (!isPriced(set) && isLocal(place)) return nothing
  return withSet((await knownModel(place, model))?.price ?? null, set)
}

/** Known to cost nothing, in and out: a price that nobody knows may be any. */
export function isFree({ input, cachedInput, output }: Price): boolean {
  return input === 0 && output === 0 && (cachedInput ?? 0) === 0
}

/** A price with what is set here in its place. */
export function withSet(known: Price | null, set: SetPrice | null): Price {
  return {
    input: set?.input ?? known?.input ?? null,
    cachedInput: set?.cachedInput ?? known?.cachedInput ?? null,
    output: set?.output ?? known?.output ?? null,
  }
}
