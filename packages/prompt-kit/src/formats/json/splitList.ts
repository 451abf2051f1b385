import { FormatFault } from '../types.ts'

/** Characters of one item: no template is nearly as long. */
const longestItem = 20_000_000

/**
 * The items of a JSON list as they stand in it, each with the line it begins on. Only brackets, commas and quotes are looked at: whether an
 * item is JSON in itself is for who reads it.
 * @param text begins with the list, or with space before it
 * @throws FormatFault where the list itself is broken, or an item is longer than 20 million characters
 */
export async function* splitList(text: AsyncIterable<string>): AsyncGenerator<{ text: string; line: number }> {
  let line = 1
  let depth = 0
  let inside: 'string' | 'escape' | null = null
  /** The item that is open, without what of it stands in this piece. */
  let item: { text: string; line: number } | null = null
  let count = 0
  let isOver = false

  for await (const piece of text) {
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const sign = piece.charAt(at)
      if (sign === '\n') line++
      if (inside !== null) {
        inside = insideAfter(sign, inside)
        continue
      }
      if (' \t\r\n'.includes(sign)) continue
      if (isOver) throw new FormatFault(line, 'This is not JSON: something stands behind its end.')
      if (depth === 1 && (sign === ',' || sign === ']')) {
        if (item !== null) yield { text: item.text + piece.slice(from, at), line: item.line }
        else if (sign === ',' || count > 0)
          throw new FormatFault(line, 'This is not JSON: a comma stands here with nothing beside it.')
        item = null
        count++
        isOver = sign === ']'
        continue
      }
      if (depth === 1 && sign === '}') throw new FormatFault(line, 'This is not JSON: a bracket is closed that is not open.')
      if (depth === 1 && item === null) {
        item = { text: '', line }
        from = at
      }
      if (sign === '"') inside = 'string'
      else if (sign === '[' || sign === '{') depth++
      else if (sign === ']' || sign === '}') depth--
    }
    if (item !== null) item.text += piece.slice(from)
    if (item !== null && item.text.length > longestItem)
      throw new FormatFault(item.line, 'An item of the list is longer than 20 million characters.')
  }
  if (!isOver) throw new FormatFault(line, 'The JSON ends too soon: a bracket or a quote is not closed.')
}

function insideAfter(sign: string, inside: 'string' | 'escape'): 'string' | 'escape' | null {
  if (inside === 'escape') return 'string'
  if (sign === '\\') return 'escape'
  return sign === '"' ? null : 'string'
}
