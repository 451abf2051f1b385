const token = /\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([{}[\],:])|[^\s{}[\],:"]+)/sy
const mostTokens = 20_000
const deepest = 5

/**
 * The fields at the beginning of a JSON text, which may be cut off anywhere, with their values where those are texts: "name", "messages[].role".
 * All items of a list have one path, and of several values the first stands.
 */
export function outline(beginning: string): Map<string, string | null> {
  const found = new Map<string, string | null>()
  const path: string[] = []
  const open: string[] = []
  let key: string | null = null
  token.lastIndex = 0
  const text = beginning.startsWith('\uFEFF') ? beginning.slice(1) : beginning
  const pathHere = () => (open.at(-1) === '[' ? '[]' : `.${key ?? ''}`)
  const note = (value: string | null) => {
    if (open.length > deepest) return
    const name = [...path, pathHere()].join('').replace(/^\./, '')
    if (!found.has(name)) found.set(name, value)
  }
  for (let count = 0; count < mostTokens; count++) {
    const [whole, string, sign] = token.exec(text) ?? []
    if (whole === undefined) {
      if (key !== null) note(null)
      break
    }
    if (sign === '{' || sign === '[') {
      if (open.length > 0) {
        note(null)
        path.push(pathHere())
      }
      open.push(sign)
      key = null
    } else if (sign === '}' || sign === ']') {
      open.pop()
      path.pop()
      key = null
    } else if (sign === ',') key = null
    else if (sign === ':') continue
    else if (string !== undefined && open.at(-1) === '{' && key === null) key = string
    else if (open.length > 0) note(string ?? null)
  }
  return found
}
