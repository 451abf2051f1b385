import { AppError } from '@prologue/contracts'
import type { Services } from '../services.ts'
import type { Allowance } from './makeRates.ts'
import type { RateName } from './rateTable.ts'

/** Counts one use by `key`. @throws AppError RATE_LIMITED that says how long to wait */
export async function takeOrRefuse(ctx: { services: Pick<Services, 'rates'> }, name: RateName, key: string): Promise<Allowance> {
  const allowance = await ctx.services.rates.take(name, key)
  refuseUnless(allowance)
  return allowance
}

/** @throws AppError RATE_LIMITED that says how long to wait */
export function refuseUnless({ allowed, resetsIn }: Allowance): void {
  if (allowed) return
  throw new AppError('RATE_LIMITED', `Too many requests. Wait ${waitingTime(resetsIn)} and try again.`, { retryAfter: resetsIn })
}

/** Seconds in words, never too few. */
function waitingTime(seconds: number): string {
  const units = [
    { name: 'hour', seconds: 3_600 },
    { name: 'minute', seconds: 60 },
  ]
  // Two of a unit before it is used: "2 minutes", but "90 seconds".
  const unit = units.find((unit) => seconds >= 2 * unit.seconds) ?? { name: 'second', seconds: 1 }
  const count = Math.ceil(seconds / unit.seconds)
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`
}
