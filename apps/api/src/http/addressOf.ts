import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * The address a request comes from, seen past the server's own proxies: each adds whom it heard to the end of X-Forwarded-For, so
 * with `hops` of them the address is that many places from the end. What stands before it anybody may have written. Null where
 * the line has no address, as a socket file has none.
 */
export function addressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string | null {
  const said = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').toReversed()
  const ours = said.slice(0, hops).map((part) => part.trim())
  // A proxy may write what is no address, as of somebody it does not know: then the one after it is the last that is known.
  const unknown = ours.findIndex((part) => isIP(part) === 0)
  return plain(ours.slice(0, unknown === -1 ? ours.length : unknown).at(-1) ?? request.socket.remoteAddress)
}

/** Without the zone of a local address; IPv4 as such, also where a line for both kinds brought it. */
function plain(address: string | undefined): string | null {
  const [text = ''] = (address ?? '').split('%')
  return text.replace(/^::ffff:(?=\d+\.)/i, '') || null
}
