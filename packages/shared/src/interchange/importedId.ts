import { createHash } from 'node:crypto'

/**
 * The id a template gets that is imported under a key its page chose, a UUIDv7: the same whenever this person sends it again, and nobody
 * else’s. Its time is that of the key.
 */
export function importedId(ownerId: string, key: string): string {
  const time = key.replaceAll('-', '').slice(0, 12)
  const rest = createHash('sha256').update(`${ownerId} ${key}`).digest('hex')
  const variant = ((Number.parseInt(rest.slice(3, 4), 16) & 3) | 8).toString(16)
  return [time.slice(0, 8), time.slice(8), `7${rest.slice(0, 3)}`, `${variant}${rest.slice(4, 7)}`, rest.slice(7, 19)].join('-')
}
