import { RateLimiterMemory } from 'rate-limiter-flexible'
import { makeLimits, type Counter, type Limits } from './makeLimits.ts'
import { rates, type RateName } from './rates.ts'

/** Counts in the memory of this process. */
export function memoryCounter(name: RateName): Counter {
  return new RateLimiterMemory({ points: rates[name].points, duration: rates[name].seconds, keyPrefix: name })
}

/** Limits of this process alone. */
export const memoryLimits = (): Limits => makeLimits(memoryCounter)
