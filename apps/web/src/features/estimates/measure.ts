import type { Model } from '@prologue/contracts'

/** Tokens of a text; not exact ones are within some fifteen percent. */
export type Counted = { tokens: number; exact: boolean }

export type Measure = Counted & {
  /** Undefined: nobody chose one. */
  model: Model | undefined
  /** What it costs to have the text read once, in micro-USD; null where that is not known. */
  cost: number | null
  /** Of what the model reads at once, as a part of 1; null where that is not known. */
  share: number | null
  /** `tight`: little is left for what else is to be read; `over`: the model does not take it whole. */
  fit: 'well' | 'tight' | 'over'
}

const tightFrom = 0.8

/** What a text is to the model that is to read it. */
export function measure({ tokens, exact }: Counted, model: Model | undefined): Measure {
  const share = model?.contextTokens ? tokens / model.contextTokens : null
  return {
    tokens,
    exact,
    model,
    cost: model ? costOf(tokens, model) : null,
    share,
    fit: share === null || share <= tightFrom ? 'well' : share <= 1 ? 'tight' : 'over',
  }
}

function costOf(tokens: number, { local, price }: Model): number | null {
  if (price.input === null) return local ? 0 : null
  return (tokens * price.input) / 1_000_000
}
