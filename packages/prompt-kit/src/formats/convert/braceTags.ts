/** A tag in two or three braces. `inner` is what stands between them, space and all; tildes take the space beside the tag away. */
export type BraceTag = {
  kind: 'tag' | 'comment' | 'escaped' | 'open'
  start: number
  end: number
  inner: string
  before: '-' | ''
  after: '-' | ''
}

const plain = /\{\{\{([^{}]*)\}\}\}|\{\{(~?)([^{}]*?)(~?)\}\}/y

/** The tags of a text, in order; braces that open none are `open`. `isHandlebars`: a backslash before a tag makes it plain text. */
export function* braceTags(text: string, isHandlebars: boolean): Generator<BraceTag, void> {
  let hasLong = true
  let at = text.indexOf('{{')
  while (at !== -1) {
    const tag = (hasLong && isHandlebars ? longComment(text, at) : null) ?? tagAt(text, at)
    if (tag === 'unclosed') hasLong = false
    else {
      const isEscaped = isHandlebars && tag.kind !== 'comment' && text.charAt(at - 1) === '\\'
      // One brace before a sound tag is plain text.
      const isPlain = !isEscaped && tag.kind === 'open' && tag.end - tag.start === 3 && tagAt(text, at + 1).kind === 'tag'
      if (isPlain) {
        at++
        continue
      }
      yield isEscaped ? { ...tag, kind: 'escaped', start: at - 1, inner: text.slice(at, tag.end) } : tag
      at = text.indexOf('{{', tag.end)
    }
  }
}

function longComment(text: string, start: number): BraceTag | 'unclosed' | null {
  const opening = text.startsWith('{{~!--', start) ? 6 : text.startsWith('{{!--', start) ? 5 : null
  if (opening === null) return null
  const stop = text.indexOf('--', start + opening)
  for (let at = stop; at !== -1; at = text.indexOf('--', at + 1)) {
    const close = text.startsWith('}}', at + 2) ? 4 : text.startsWith('~}}', at + 2) ? 5 : null
    if (close === null) continue
    const inner = text.slice(start + opening, at)
    return { kind: 'comment', start, end: at + close, inner, before: opening === 6 ? '-' : '', after: close === 5 ? '-' : '' }
  }
  return 'unclosed'
}

function tagAt(text: string, start: number): BraceTag {
  plain.lastIndex = start
  const match = plain.exec(text)
  if (match === null) {
    let end = start + 2
    while (text.charAt(end) === '{') end++
    return { kind: 'open', start, end, inner: '', before: '', after: '' }
  }
  const [whole, triple, before, double = '', after] = match
  const isComment = double.startsWith('!')
  return {
    kind: isComment ? 'comment' : 'tag',
    start,
    end: start + whole.length,
    inner: triple ?? (isComment ? double.slice(1) : double),
    before: before === '~' ? '-' : '',
    after: after === '~' ? '-' : '',
  }
}
