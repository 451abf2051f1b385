import type { LanguageModelUsage } from 'ai'
import type { Usage } from './provider.ts'

export type Tokens = Omit<Usage, 'costMicroUsd'>

export const nothingUsed: Tokens = { tokensIn: 0, tokensCached: 0, tokensOut: 0 }

/** No answer takes as many; who says more than this has not counted. It is less than any column holds, also of several asks. */
const most = 1_000_000_000

/** What a provider reports, as far as it can be: what is no count is not known. */
export function readUsage(usage: LanguageModelUsage | null): Tokens {
  // Nobody answers who has read nothing: some report that where they have not counted.
  const tokensIn = countOf(usage?.inputTokens) || null
  const tokensOut = countOf(usage?.outputTokens)
  if (tokensIn === null) return { tokensIn, tokensCached: null, tokensOut }
  // A provider that keeps nothing does not speak of it.
  const cached = countOf(usage?.inputTokenDetails.cacheReadTokens ?? 0)
  return { tokensIn, tokensCached: cached === null ? null : Math.min(cached, tokensIn), tokensOut }
}

/** What was used in all; what is not told of one request is not known of all. */
export function addUsage(before: Tokens, usage: LanguageModelUsage): Tokens {
  const { tokensIn, tokensCached, tokensOut } = readUsage(usage)
  return {
    tokensIn: sum(before.tokensIn, tokensIn),
    tokensCached: sum(before.tokensCached, tokensCached),
    tokensOut: sum(before.tokensOut, tokensOut),
  }
}

function sum(before: number | null, more: number | null): number | null {
  return before === null || more === null ? null : before + more
}

/** What stands on the wire is not always a number. */
function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : null
}
