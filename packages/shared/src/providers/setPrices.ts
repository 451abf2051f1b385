import type { Ctx } from '../context.ts'
import { ModelPrice } from '../models/index.ts'

/** What is set here of a model. */
export type SetPrice = Pick<ModelPrice, 'input' | 'cachedInput' | 'output' | 'contextTokens'>

export type SetPrices = (provider: string, model: string) => SetPrice | null

/** Everything that is set here, to look models up in: what is said of a provider counts before what is said of all. */
export async function readSetPrices(ctx: Ctx): Promise<SetPrices> {
  const rows = await ModelPrice.with(ctx)
  const find = (provider: string, model: string) => rows.find((row) => row.provider === provider && row.model === model)
  return (provider, model) => find(provider, model) ?? find('', model) ?? null
}

/** Whether it says what tokens cost, and not only how many the model reads. */
export function isPriced(set: SetPrice | null): set is SetPrice {
  return set !== null && (set.input !== null || set.output !== null)
}
