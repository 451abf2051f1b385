/** A tag of the text: `{{ … }}`, `{% … %}` or a comment; dashes take the space beside them away. */
export type JinjaTag = {
  kind: 'output' | 'tag' | 'comment' | 'open'
  start: number
  end: number
  inner: string
  before: '-' | ''
  after: '-' | ''
}

const longestTag = 1000

/** The tags of a text, in order. Of one that never ends, which is `open`, only its mark. */
export function* jinjaTags(text: string): Generator<JinjaTag, void> {
  const opening = /\{[{%#]/g
  let hasComments = true
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index
    const isComment = match[0] === '{#'
    if (isComment && !hasComments) continue
    const end = isComment ? commentEnd(text, start) : tagEnd(text, start, match[0] === '{{' ? '}}' : '%}')
    if (end !== null) {
      opening.lastIndex = end
      yield tagOf(text, start, end)
    } else if (isComment) hasComments = false
    else yield { kind: 'open', start, end: start + 2, inner: '', before: '', after: '' }
  }
}

function tagOf(text: string, start: number, end: number): JinjaTag {
  const mark = text.charAt(start + 1)
  const first = text.charAt(start + 2)
  const hasSign = end - start > 5 && (first === '-' || first === '+')
  const after = end - start > 5 && text.charAt(end - 3) === '-' ? '-' : ''
  return {
    kind: mark === '#' ? 'comment' : mark === '{' ? 'output' : 'tag',
    start,
    end,
    inner: text.slice(start + (hasSign ? 3 : 2), end - 2 - after.length),
    before: hasSign && first === '-' ? '-' : '',
    after,
  }
}

function commentEnd(text: string, start: number): number | null {
  const end = text.indexOf('#}', start + 2)
  return end === -1 ? null : end + 2
}

/** The end of a tag; what stands in quotes does not end it. */
function tagEnd(text: string, start: number, close: string): number | null {
  const last = Math.min(text.length, start + longestTag)
  let quote = ''
  for (let at = start + 2; at < last; at++) {
    const mark = text.charAt(at)
    if (quote !== '') {
      if (mark === '\\') at++
      else if (mark === quote) quote = ''
    } else if (mark === '"' || mark === "'") quote = mark
    else if (text.startsWith(close, at)) return at + 2
    else if (text.startsWith('{{', at) || text.startsWith('{%', at)) return null
  }
  return null
}

export type Token = { kind: 'text' | 'number' | 'name' | 'mark'; text: string }

const token =
  /\s*(?:("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}\p{M}_]*)|([=!<>]=|[^\s\p{L}\p{N}]))/uy

/** The words of an expression; null where one cannot be read. The text of quotes is what stands between them. */
export function tokensOf(expression: string): Token[] | null {
  const tokens: Token[] = []
  const text = expression.trimEnd()
  let at = 0
  while (at < text.length) {
    token.lastIndex = at
    const match = token.exec(text)
    if (match === null) return null
    const [, quote, number, name, mark = ''] = match
    at = token.lastIndex
    if (quote !== undefined) tokens.push({ kind: 'text', text: unquoted(quote) })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'mark', text: mark })
  }
  return tokens
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' }

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\([\s\S])/g, (_, mark: string) => escapes[mark] ?? mark)
}
