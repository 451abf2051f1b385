import { defaultOptions, TagToken, Tokenizer } from 'liquidjs'

/** A tag or a variable of a template as it stands there; `hasDash`: it takes space beside it away. */
export type LiquidTag = {
  kind: 'output' | 'tag'
  /** Of a tag; empty for a variable. */
  name: string
  /** What stands behind the name. */
  args: string
  source: string
  hasDash: boolean
}
export type LiquidPart = LiquidTag | { kind: 'text'; text: string } | { kind: 'comment'; text: string }

/** The parts of a template that can be read, in order. Raw text is text; the space that dashes take away is gone. */
export function liquidParts(content: string): LiquidPart[] {
  const parts: LiquidPart[] = []
  let comment: number | null = null
  let isRaw = false
  for (const token of new Tokenizer(content).readTopLevelTokens(defaultOptions)) {
    const source = content.slice(token.begin, token.end)
    const name = token instanceof TagToken ? token.name : ''
    if (comment !== null) {
      if (name !== 'endcomment') continue
      parts.push({ kind: 'comment', text: content.slice(comment, token.begin) })
      comment = null
    } else if (name === 'comment') comment = token.end
    else if (name === 'raw' || name === 'endraw') isRaw = name === 'raw'
    else if (isRaw) parts.push({ kind: 'text', text: source })
    else if ('getContent' in token) parts.push({ kind: 'text', text: token.getContent() })
    else {
      const kind = name === '' ? 'output' : 'tag'
      const hasDash = token.trimLeft || token.trimRight
      parts.push({ kind, name, args: token.content.slice(name.length).trim(), source, hasDash })
    }
  }
  return parts
}
