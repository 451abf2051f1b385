const cents = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' })
const fine = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 })
const exact = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 6 })

/** The least that is told as a number, in micro-USD. */
const least = 100

/** What something costs, in as many places as tell it apart from nothing: $0, under $0.0001, $0.0043, $1.27. */
export function money(microUsd: number): string {
  if (microUsd === 0) return '$0'
  if (microUsd < least) return `under ${fine.format(least / 1_000_000)}`
  return (microUsd < 10_000 ? fine : cents).format(microUsd / 1_000_000)
}

/** A price to the last of its places, as price lists give it: $2.50, $0.075. */
export function exactMoney(microUsd: number): string {
  return exact.format(microUsd / 1_000_000)
}
