import type { Price, Provider } from '@prologue/contracts'
import type { Usage } from '../generation/index.ts'

type Place = Pick<Provider, 'kind' | 'baseUrl'>
type Prices = typeof import('@pydantic/genai-prices')

export type KnownModel = { price: Price; contextTokens: number | null }

/** A table of some size, so it is loaded when somebody asks for it. */
const loadPrices = (): Promise<Prices> => import('@pydantic/genai-prices')

/** What the program's table knows of a model; null where it knows nothing. */
export async function knownModel(place: Place, model: string): Promise<KnownModel | null> {
  const found = lookUp(await loadPrices(), place, model, {})
  if (!found) return null
  const { input_mtok: input, cache_read_mtok: cachedInput, output_mtok: output } = found.model_price
  return {
    price: { input: microUsd(input), cachedInput: microUsd(cachedInput), output: microUsd(output) },
    contextTokens: found.model.context_window ?? null,
  }
}

/** What an answer costs by the program's table, in micro-USD with its parts; null where it does not know the model. */
export async function knownCost(place: Place, model: string, { tokensIn, tokensCached, tokensOut }: Omit<Usage, 'costMicroUsd'>) {
  if (tokensIn === null || tokensOut === null) return null
  const usage = {
    input_tokens: tokensIn,
    cache_read_tokens: Math.min(tokensCached ?? 0, tokensIn),
    output_tokens: tokensOut,
  }
  const found = lookUp(await loadPrices(), place, model, usage)
  return found ? found.total_price * 1_000_000 : null
}

function lookUp({ calcPrice, findProvider }: Prices, { kind, baseUrl }: Place, model: string, usage: Record<string, number>) {
  // A model of the same name elsewhere has another price, so a server that the table does not know has none.
  const providerId = kind === 'openai-compatible' ? findProvider({ providerApiUrl: baseUrl ?? '' })?.id : kind
  return providerId === undefined ? null : calcPrice(usage, model, { providerId })
}

/** USD for a million tokens, of prices in steps the first one. */
function microUsd(price: number | { base: number } | undefined): number | null {
  if (price === undefined) return null
  return Math.round((typeof price === 'number' ? price : price.base) * 1_000_000)
}
