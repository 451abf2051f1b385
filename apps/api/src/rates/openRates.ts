import { makeRates, memoryCounter, memoryRates, rateTable, type Counter, type Rates, type Logger } from '@prologue/shared'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { createClient } from 'redis'
import { makeAvailability, withinTime } from './availability.ts'

export type OpenRates = { rates: Rates; close: () => void }

/** How long one count may take before it is done in memory instead, in milliseconds. */
const patience = 500

/**
 * The rates of this process, or those that all processes on one Redis share. While that is away each process counts by itself,
 * and the log says when that begins and ends.
 */
export async function openRates(redisUrl: string | null, logger: Logger): Promise<OpenRates> {
  if (redisUrl === null) return { rates: memoryRates(), close: () => {} }

  const availability = makeAvailability(logger)
  const client = createClient({
    url: redisUrl,
    // What cannot be counted now is counted in memory now, and not later.
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 2_000) },
  })
  const failed = (error: unknown) => availability.failed(error)
  client.on('error', failed)
  const connected = client.connect()
  await withinTime(connected, patience).catch(failed)
  // It goes on trying by itself; a close ends that with a rejection.
  connected.catch(() => {})

  return {
    rates: makeRates((name) => {
      const { points, seconds } = rateTable[name]
      const keyPrefix = `prologue:limit:${name}`
      const shared = new RateLimiterRedis({ storeClient: client, useRedisPackage: true, points, duration: seconds, keyPrefix })
      return insured(shared, memoryCounter(name), availability)
    }),
    close: () => client.destroy(),
  }
}

function insured(shared: Counter, own: Counter, availability: ReturnType<typeof makeAvailability>): Counter {
  return {
    async consume(key) {
      if (!availability.mayTry()) return own.consume(key)
      try {
        const used = await withinTime(shared.consume(key), patience)
        availability.answered()
        return used
      } catch (error) {
        if (error instanceof RateLimiterRes) {
          availability.answered()
          throw error
        }
        availability.failed(error)
        return own.consume(key)
      }
    },
  }
}
