import { isIP } from 'node:net'
import { AppError } from '@prologue/contracts'
import { reachOf } from './reachOf.ts'

/** What a provider may reach beside the world. */
export type Allowed = { privateNetworks: boolean }

/** Why an address is not asked, as a sentence; null where it may be. */
export function whyNot(address: string, { privateNetworks }: Allowed): string | null {
  const reach = reachOf(address)
  if (reach === 'never')
    return 'It leads to an address at which no model server is asked, such as those that tell a machine its secrets.'
  if (reach === 'world' || privateNetworks) return null
  return 'It leads into a private network or to this machine. Whoever runs this server can allow that with MODEL_PRIVATE_NETWORKS=yes, or set the model server in its environment.'
}

/** The address a host name is itself; null where it is a name. The URL has brought all ways to write an address into one. */
export function literalOf({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(bare) ? bare : null
}

/**
 * What can be said of an address before it is asked: names are looked up when it is.
 * @throws AppError VALIDATION
 */
export function refuseHost(url: URL, allowed: Allowed): void {
  const local = /(^|\.)localhost\.?$/.test(url.hostname) ? '127.0.0.1' : null
  const address = literalOf(url) ?? local
  const reason = address === null ? null : whyNot(address, allowed)
  if (reason !== null) throw new AppError('VALIDATION', `This address cannot be used. ${reason}`)
}
