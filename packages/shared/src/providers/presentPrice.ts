import type { ModelPrice as PriceShape } from '@prologue/contracts'
import type { ModelPrice } from '../models/index.ts'

export function presentPrice({ id, provider, model, input, cachedInput, output, contextTokens }: ModelPrice): PriceShape {
  return { id, provider: provider === '' ? null : provider, model, input, cachedInput, output, contextTokens }
}
