import type { LanguageModelUsage } from 'ai'
import type { Usage } from './provider.ts'

type Tokens = Omit<Usage, 'costMicroUsd'>

export const nothingUsed: Tokens = { tokensIn: 0, tokensCached: 0, tokensOut: 0 }

/** What was used in all; what is not told of one request is not known of all. */
export function addUsage(before: Tokens, { inputTokens, inputTokenDetails, outputTokens }: LanguageModelUsage): Tokens {
  const tokensIn = sum(before.tokensIn, inputTokens)
  // A provider that keeps nothing does not speak of it.
  const cached = inputTokenDetails.cacheReadTokens ?? (inputTokens === undefined ? undefined : 0)
  return { tokensIn, tokensCached: sum(before.tokensCached, cached), tokensOut: sum(before.tokensOut, outputTokens) }
}

function sum(before: number | null, more: number | undefined): number | null {
  return before === null || more === undefined ? null : before + more
}
