/**
 * Finds the lines of values in a text that is known to be JSON. Containers are looked through once, when they are first asked about, so that
 * asking for each item of a long list takes one pass.
 */
export function jsonLines(text: string): (path: readonly PropertyKey[]) => number {
  const known = new Map<number, Map<string, number>>()
  const counted = { offset: 0, line: 1 }

  const childrenAt = (start: number): Map<string, number> => {
    const found = known.get(start) ?? children(text, start)
    known.set(start, found)
    return found
  }
  return (path) => {
    let at = skipSpace(text, 0)
    for (const step of path) {
      const child = childrenAt(at).get(String(step))
      if (child === undefined) break
      at = child
    }
    if (at < counted.offset) Object.assign(counted, { offset: 0, line: 1 })
    for (let next = text.indexOf('\n', counted.offset); next !== -1 && next < at; next = text.indexOf('\n', next + 1))
      counted.line++
    counted.offset = at
    return counted.line
  }
}

/** Where the values of a list or an object begin, by their keys. */
function children(text: string, start: number): Map<string, number> {
  const found = new Map<string, number>()
  const isList = text[start] === '['
  if (!isList && text[start] !== '{') return found
  let at = skipSpace(text, start + 1)
  for (let index = 0; at < text.length && text[at] !== ']' && text[at] !== '}'; index++) {
    let key = String(index)
    if (!isList) {
      const end = stringEnd(text, at)
      key = String(JSON.parse(text.slice(at, end)))
      at = skipSpace(text, skipSpace(text, end) + 1)
    }
    found.set(key, at)
    at = skipSpace(text, valueEnd(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return found
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
  return at
}

/** Past the quote that ends the string at `start`: the first that no odd number of backslashes stands before. */
function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0
    while (text[quote - 1 - escapes] === '\\') escapes++
    if (escapes % 2 === 0) return quote + 1
  }
  return text.length
}

function valueEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length;) {
    const sign = text.charAt(at)
    if (sign === '"') at = stringEnd(text, at)
    else {
      if (sign === '[' || sign === '{') depth++
      if ((sign === ',' || sign === ']' || sign === '}') && depth === 0) return at
      if (sign === ']' || sign === '}') depth--
      at++
    }
    if (depth === 0 && (sign === '"' || sign === ']' || sign === '}')) return at
  }
  return text.length
}
