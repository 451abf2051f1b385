import type { Span } from '../brief/schema.ts'

/** A tag as it stands in prose; `isBlock`: nothing else stands on its line. */
export type XmlTag = Span & { name: string; isClosing: boolean; isBlock: boolean }

const tag = /<(\/?)([A-Za-z][\w.-]{0,60})((?:\s+[\w:-]{1,60}=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'))*)\s*(\/?)>/g
/** Space beside a tag that stands alone on its line. */
const mostIndent = 100
/** HTML's that have no end. */
const empty = /^(?:br|hr|img|input|meta|link|wbr|col|source)$/i

/** The opening and closing tags of a text, in order; those that close themselves are none. */
export function xmlTags(structure: string): XmlTag[] {
  return [...structure.matchAll(tag)].flatMap((match) => {
    const [whole, slash, name = '', , selfClosing] = match
    if (selfClosing === '/' || empty.test(name)) return []
    const start = match.index
    const end = start + whole.length
    const isBlock =
      /(?:^|\n)[^\S\n]*$/.test(structure.slice(Math.max(0, start - mostIndent), start)) &&
      /^[^\S\n]*(?:\n|$)/.test(structure.slice(end, end + mostIndent))
    return [{ start, end, name, isClosing: slash === '/', isBlock }]
  })
}

/** Each tag with the one that closes it: a span from the opening tag to the end of the closing one. Others are left over. */
export function pairTags(tags: readonly XmlTag[]): { pairs: Span[]; unpaired: XmlTag[] } {
  const open = new Map<string, XmlTag[]>()
  const pairs: Span[] = []
  const unpaired: XmlTag[] = []
  for (const each of tags) {
    const waiting = open.get(each.name) ?? []
    open.set(each.name, waiting)
    const opening = each.isClosing ? waiting.pop() : undefined
    if (!each.isClosing) waiting.push(each)
    else if (opening === undefined) unpaired.push(each)
    else pairs.push({ start: opening.start, end: each.end })
  }
  return { pairs, unpaired: [...unpaired, ...[...open.values()].flat()].toSorted((one, other) => one.start - other.start) }
}

/** What stands between tags. */
export const tagsWithin = (structure: string): Span[] => pairTags(xmlTags(structure)).pairs
