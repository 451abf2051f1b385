import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { AppError } from '@prologue/contracts'
import { whyNot, type Allowed } from './refuseHost.ts'

/** Finds the addresses of a name, as `dns.lookup` does when it is asked for all. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * Looks a name up once for the connection that is opened to what it finds: nobody can answer something else in between. A name that leads
 * anywhere that is refused is refused as a whole.
 */
export function makeLookup(allowed: Allowed, resolve: Resolve = systemLookup) {
  return (name: string, options: { all?: boolean | undefined; family?: unknown }, answer: Answer): void => {
    resolve(name, { all: true }, (error, addresses) => {
      if (error) return answer(error, [])
      const reason = addresses.map(({ address }) => whyNot(address, allowed)).find((found) => found !== null)
      if (reason !== undefined) return answer(new AppError('PROVIDER_FAILED', `Its address cannot be used. ${reason}`), [])
      const [first] = addresses
      if (!first) return answer(new Error(`${name} has no address`), [])
      return options.all === true ? answer(null, addresses) : answer(null, first.address, first.family)
    })
  }
}
