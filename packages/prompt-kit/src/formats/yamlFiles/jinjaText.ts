import { fromLiquid } from '../convert/fromLiquid.ts'
import { liquidLosses } from '../convert/liquidLosses.ts'
import type { PortableVersion, Syntax } from '../types.ts'

/** What opens a variable, a tag or a comment in Jinja and its kin. */
const opens = /\{[{%#]/
const rawTag = /\{%[-+]?\s*(?:end)?raw\b/
const [rawBegin, rawEnd] = ['{% raw %}', '{% endraw %}']

/** A text as a Jinja file has it: what is wholly raw is plain text. */
export function readJinja(text: string): { content: string; syntax: Syntax | null } {
  const inner = text.slice(rawBegin.length, -rawEnd.length)
  if (text === `${rawBegin}${inner}${rawEnd}` && !rawTag.test(inner)) return { content: inner, syntax: null }
  return { content: text, syntax: opens.test(text) ? 'jinja' : null }
}

/** A content for a Jinja file. Plain text with braces becomes raw as a whole where it can, so that it is read again as it was. */
export function writeJinja({ content, variables }: Pick<PortableVersion, 'content' | 'variables'>): string {
  if (variables.length > 0) return fromLiquid(content, variables, 'jinja')
  return opens.test(content) && !rawTag.test(content) ? `${rawBegin}${content}${rawEnd}` : content
}

/** What of a content changes its meaning in Jinja, a sentence each. */
export function jinjaLosses(version: PortableVersion, format: string): string[] {
  if (version.variables.length > 0) return liquidLosses(version, 'jinja', format)
  return rawTag.test(version.content)
    ? [`${format} takes the tags of the text for its own: a text with "raw" in one cannot be hidden.`]
    : []
}
