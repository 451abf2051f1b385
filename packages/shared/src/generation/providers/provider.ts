import type { Brief } from '@prologue/prompt-kit'

export type ProviderRequest = { brief: Brief }

/** Tokens counted, cost in micro-USD; null where the provider does not tell. */
export type Usage = { tokensIn: number | null; tokensOut: number | null; costMicroUsd: number | null }

/** A way to get an answer: yields its pieces, ends early when the signal aborts, returns what it used. */
export type Provider = {
  name: string
  model: string
  stream(request: ProviderRequest, signal: AbortSignal): AsyncGenerator<string, Usage, void>
}
