/** A run of text as Handlebars would print it, or a tag as it stands; `at` is where in the text it begins. */
export type Piece = { kind: 'text' | 'tag'; text: string; at: number }

/** A text as Handlebars cuts it: a backslash before two braces makes them text, two backslashes are one before a tag. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  const add = (kind: Piece['kind'], from: number, to: number) => {
    if (to > from) found.push({ kind, text: text.slice(from, to), at: from })
  }
  let at = 0
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', at)) {
    const isAfter = (sign: string) => open - sign.length >= at && text.startsWith(sign, open - sign.length)
    add('text', at, isAfter('\\') ? open - 1 : open)
    const isEscaped = isAfter('\\') && !isAfter('\\\\')
    at = isEscaped ? escapedEnd(text, open) : tagEnd(text, open)
    add(isEscaped ? 'text' : 'tag', open, at)
  }
  add('text', at, text.length)
  return found
}

/** Where text that begins with escaped braces ends: before the next braces and the backslashes that belong to them. */
function escapedEnd(text: string, open: number): number {
  const next = text.indexOf('{{', open + 2)
  if (next === -1) return text.length
  if (text[next - 1] !== '\\') return next
  return text[next - 2] === '\\' ? next - 2 : next - 1
}

const closings = [
  ['{{{{', '}}}}'],
  ['{{{', '}}}'],
  ['{{!--', '--}}'],
  ['{{~!--', '--}}'],
] as const

function tagEnd(text: string, open: number): number {
  const [, close = '}}'] = closings.find(([begin]) => text.startsWith(begin, open)) ?? []
  const end = text.indexOf(close, open + 2)
  return end === -1 ? text.length : end + close.length
}

const nothing = '{{!}}'

/** Plain text for Handlebars, which prints it as it is. A comment of nothing stands between backslashes and braces that they do not escape. */
export function escapeText(text: string): string {
  return text.replaceAll(/(?<!\\)(\\*)\{\{/g, (_, slashes: string) => (slashes === '' ? '\\{{' : `${slashes}\\${nothing}\\{{`))
}

/** The text that Handlebars prints whatever it is given; null where it is given a say. */
export function plainText(text: string): string | null {
  const all = pieces(text)
  if (all.some(({ kind, text: tag }) => kind === 'tag' && tag !== nothing)) return null
  return all.map(({ kind, text }) => (kind === 'text' ? text : '')).join('')
}
