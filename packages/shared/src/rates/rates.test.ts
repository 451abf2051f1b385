import * as fc from 'fast-check'
import { SocketAddress } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressKey, memoryRates, rateTable, takeOrRefuse } from './index.ts'

/** What a refusal says that ends after so many seconds. */
const saidFor = async (resetsIn: number) => {
  const rates = { take: async () => ({ name: 'call', allowed: false, remaining: 0, resetsIn }) as const }
  const refusal = await takeOrRefuse({ services: { rates } }, 'call', 'ada').catch((error: unknown) => error)
  return refusal instanceof Error ? refusal.message : 'allowed'
}

describe('an address', () => {
  it('is counted as itself, or as the /64 that one customer has', () => {
    const keys: Record<string, string> = {
      '203.0.113.7': '203.0.113.7',
      '::ffff:203.0.113.7': '203.0.113.7',
      '::FFFF:203.0.113.7': '203.0.113.7',
      '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
      '2001:0DB8:0001:0002:ffff::': '2001:db8:1:2::/64',
      '2001:db8::1': '2001:db8:0:0::/64',
      '2001:db8:1::5:6:7': '2001:db8:1:0::/64',
      '1::2:3:4:5:6:7': '1:0:2:3::/64',
      '::1': '0:0:0:0::/64',
      '64:ff9b::203.0.113.7': '64:ff9b:0:0::/64',
      'fe80::1%eth0': 'fe80:0:0:0::/64',
    }
    for (const [address, key] of Object.entries(keys)) expect(addressKey(address), address).toBe(key)
    expect(addressKey(null)).toBe('unknown')
  })

  it('has one key however it is written', () => {
    const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }))
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const long = groups.map((value) => value.toString(16).padStart(4, '0')).join(':')
        const short = new SocketAddress({ address: long, family: 'ipv6' }).address
        const first = groups.slice(0, 4).map((value) => value.toString(16))
        // An IPv4 address in IPv6 clothes is counted as what it is.
        fc.pre(!/^::ffff:\d+\./.test(short))
        expect(addressKey(short)).toBe(`${first.join(':')}::/64`)
        expect(addressKey(long)).toBe(addressKey(short))
      }),
      { seed: 1 },
    )
  })
})

describe('a limit', () => {
  it('allows what the table says, tells what is left, and refuses with how long to wait', async () => {
    const services = { rates: memoryRates() }
    const { points, seconds } = rateTable['reset-mail']
    for (let used = 1; used <= points; used++) {
      expect(await takeOrRefuse({ services }, 'reset-mail', 'ada')).toEqual({
        name: 'reset-mail',
        allowed: true,
        remaining: points - used,
        resetsIn: seconds,
      })
    }
    await expect(takeOrRefuse({ services }, 'reset-mail', 'ada')).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      status: 429,
      message: 'Too many requests. Wait 60 minutes and try again.',
      retryAfter: seconds,
    })
  })

  it('counts each key and each name by itself', async () => {
    const services = { rates: memoryRates() }
    for (let used = 0; used < rateTable['reset-mail'].points; used++) await takeOrRefuse({ services }, 'reset-mail', 'ada')
    await expect(takeOrRefuse({ services }, 'reset-mail', 'ada')).rejects.toThrow('Wait')
    expect(await takeOrRefuse({ services }, 'reset-mail', 'grace')).toMatchObject({ allowed: true })
    expect(await takeOrRefuse({ services }, 'verify-mail', 'ada')).toMatchObject({ allowed: true })
  })

  it('says seconds, minutes and hours as people do', async () => {
    expect(await saidFor(1)).toContain('Wait 1 second and')
    expect(await saidFor(119)).toContain('Wait 119 seconds and')
    expect(await saidFor(121)).toContain('Wait 3 minutes and')
    expect(await saidFor(86_400)).toContain('Wait 24 hours and')
  })
})
