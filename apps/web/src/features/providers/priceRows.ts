import type { Model, ModelPrice } from '@prologue/contracts'

export type PriceRow = {
  id: string
  /** The name of a provider; null: of whichever offers the model. */
  provider: string | null
  model: string
  /** As it counts now; undefined where no provider offers the model. */
  offered: Model | undefined
  /** What is set here in place of what the program knows. */
  set: ModelPrice | undefined
}

/** What every model costs that is offered, and after them what is set for models that are not. */
export function priceRows(models: readonly Model[], prices: readonly ModelPrice[]): PriceRow[] {
  const rows = models.map((offered) => ({
    id: `${offered.providerId}\n${offered.model}`,
    provider: offered.provider,
    model: offered.model,
    offered,
    set: priceOf(offered, prices),
  }))
  const used = new Set(rows.map(({ set }) => set?.id))
  const unused = prices.filter(({ id }) => !used.has(id))
  return [...rows, ...unused.map((set) => ({ id: set.id, provider: set.provider, model: set.model, offered: undefined, set }))]
}

/** A price of this very provider goes before one for whichever. */
function priceOf({ provider, model }: Model, prices: readonly ModelPrice[]): ModelPrice | undefined {
  const ofModel = prices.filter((price) => price.model === model)
  return ofModel.find((price) => price.provider === provider) ?? ofModel.find((price) => price.provider === null)
}
