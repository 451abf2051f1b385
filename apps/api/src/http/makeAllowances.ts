import { rateTable, type Allowance } from '@prologue/shared'

/**
 * Gathers what a request counted and answers the header fields RateLimit-Policy and RateLimit that tell it
 * (draft-ietf-httpapi-ratelimit-headers): `"sign-in";q=10;w=60` and `"sign-in";r=9;t=60`, of a limit that was counted more than
 * once the least that is left.
 */
export function makeAllowances() {
  const least = new Map<string, Allowance>()
  return (allowance: Allowance): Record<string, string> => {
    const before = least.get(allowance.name)
    if (!before || allowance.remaining <= before.remaining) least.set(allowance.name, allowance)
    const all = [...least.values()]
    return {
      'ratelimit-policy': all.map(({ name }) => `"${name}";q=${rateTable[name].points};w=${rateTable[name].seconds}`).join(', '),
      ratelimit: all.map(({ name, remaining, resetsIn }) => `"${name}";r=${remaining};t=${resetsIn}`).join(', '),
    }
  }
}
