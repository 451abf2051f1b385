import { isRecord } from './isRecord.ts'

const secrets: ReadonlySet<string> = new Set(
  'accesstoken apikey authorization authorizationtoken bearertoken clientsecret openaiapikey anthropicapikey password secret xapikey'.split(
    ' ',
  ),
)
const connections: ReadonlySet<string> = new Set('connection extraheaders defaultheaders headers'.split(' '))

/** Data without what opens or names connections: keys that are written out, and blocks of headers. `dropped` are their fields. */
export function dropSecrets(value: unknown, parent = ''): { value: unknown; dropped: string[] } {
  const dropped: string[] = []
  const clean = (child: unknown, key: string): unknown => {
    const cleaned = dropSecrets(child, key)
    dropped.push(...cleaned.dropped)
    return cleaned.value
  }
  if (Array.isArray(value)) return { value: value.map((item) => clean(item, parent)), dropped }
  if (!isRecord(value)) return { value, dropped }
  const entries = Object.entries(value).filter(([key, child]) => {
    const isDropped = parent !== 'properties' && opens(key, child)
    if (isDropped) dropped.push(key)
    return !isDropped
  })
  return { value: Object.fromEntries(entries.map(([key, child]) => [key, clean(child, key)])), dropped }
}

/** What is said of a field that a schema describes (`properties`) names no key, so only texts and blocks count. */
function opens(key: string, value: unknown): boolean {
  const name = key.toLowerCase().replaceAll(/[-_]/g, '')
  return (typeof value === 'string' && secrets.has(name)) || (isRecord(value) && connections.has(name))
}

/** A sentence of what was dropped. */
export function droppedNote(dropped: readonly string[]): string[] {
  const names = [...new Set(dropped)].map((name) => `"${name}"`).join(', ')
  return dropped.length === 0 ? [] : [`What opens connections is left out: ${names}.`]
}
