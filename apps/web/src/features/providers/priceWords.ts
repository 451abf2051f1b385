import { exactMoney } from '../../ui/money.ts'
import type { PriceRow } from './priceRows.ts'

/** One price of a row, for a million tokens: free on a server of one's own, and never nothing where nobody knows it. */
export function priceWords({ offered, set }: PriceRow, kind: 'input' | 'cachedInput' | 'output'): string {
  const price = offered ? offered.price[kind] : (set?.[kind] ?? null)
  if (price !== null && price > 0) return exactMoney(price)
  if (price === 0 || offered?.local) return 'free'
  return 'unknown'
}

/** How much a model reads at once. */
export function contextWords({ offered, set }: PriceRow): string {
  return (offered ?? set)?.contextTokens?.toLocaleString('en') ?? 'unknown'
}

/** Where the numbers of a row come from. */
export function sourceWords({ offered, set, provider }: PriceRow): string {
  if (!set) return provider ?? ''
  if (!offered) return set.provider ? `set here for ${set.provider}, offered by nobody now` : 'set here, offered by nobody now'
  return set.provider ? `${set.provider}, set here` : `${offered.provider}, set here for every provider`
}
