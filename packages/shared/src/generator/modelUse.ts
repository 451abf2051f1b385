import { dayOf } from './rows.ts'

/** A row of `model_usage_daily`. */
export type ModelUse = {
  day: string
  provider: string
  model: string
  prompts: number
  failed: number
  tokensIn: number
  tokensOut: number
  costMicroUsd: number
  costUnknown: number
  responseTimeMs: number
}

type Exchange = {
  provider: string
  model: string
  status: string
  tokensIn: number | null
  tokensOut: number | null
  costMicroUsd: number | null
  responseTimeMs: number | null
}

/** Counts an ended prompt for its day and model, as the database does when one ends. */
export function addUse(counts: Map<string, ModelUse>, at: number, exchange: Exchange): void {
  const day = dayOf(at)
  const { provider, model } = exchange
  const nothing = { prompts: 0, failed: 0, tokensIn: 0, tokensOut: 0, costMicroUsd: 0, costUnknown: 0, responseTimeMs: 0 }
  const use = counts.getOrInsert(`${day} ${provider} ${model}`, { day, provider, model, ...nothing })
  use.prompts += 1
  use.failed += exchange.status === 'failed' ? 1 : 0
  use.tokensIn += exchange.tokensIn ?? 0
  use.tokensOut += exchange.tokensOut ?? 0
  use.costMicroUsd += exchange.costMicroUsd ?? 0
  use.costUnknown += exchange.costMicroUsd === null ? 1 : 0
  use.responseTimeMs += exchange.responseTimeMs ?? 0
}
