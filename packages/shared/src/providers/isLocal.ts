import { isIP } from 'node:net'
import type { Provider } from '@prologue/contracts'
import { reachOf } from '../generation/index.ts'

/** Names that no public server has: of this machine, of containers beside it, of a network of one's own. */
const ownName = /^[^.]+$|\.(?:localhost|local|internal|lan|home|home\.arpa|intranet|test)$/

/** Whether a provider is a server of one's own, which costs nothing: by its address, without asking anybody for it. */
export function isLocal({ kind, baseUrl }: Pick<Provider, 'kind' | 'baseUrl'>): boolean {
  if (kind !== 'openai-compatible' || baseUrl === null) return false
  const host = new URL(baseUrl).hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  return isIP(host) ? reachOf(host) === 'private' : ownName.test(host)
}
