import type { Span } from '../../brief/schema.ts'

/**
 * The stretches of a text that Liquid would take for tags, in order; each goes to where what opens it closes on its line. `isFollowed`: a tag
 * comes after the text, so that a brace at its end would be read with it. `isOne`: a single stretch for them all.
 */
export function tagLike(text: string, isFollowed: boolean, isOne = false): Span[] {
  const spans: Span[] = []
  const opening = isFollowed ? /\{(?=[{%]|$(?![\s\S]))/g : /\{(?=[{%])/g
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index
    const end = Math.min(closing(text, start), text.length)
    const last = spans.at(-1)
    if (isOne && last !== undefined) last.end = end
    else spans.push({ start, end })
    opening.lastIndex = end
  }
  return spans
}

/** Looks no further than to the next that opens, so that all of them together cost one way through the text. */
function closing(text: string, start: number): number {
  const least = start + 2
  const stop = /\}\}|%\}|\n|\{[{%]/g
  stop.lastIndex = least
  const end = stop.exec(text)
  return end === null || !end[0].endsWith('}') ? least : stop.lastIndex
}

/** The text so that Liquid renders its very characters. */
export function raw(text: string): string {
  // What would end the raw text early stands half in one, half in the next.
  const parts = text.split(/(?<=\{%)(?=-?[\s\u180E]*endraw)/)
  return parts.map((part) => `{% raw %}${part}{% endraw %}`).join('')
}

/** A whole text with its tag-like stretches made raw. */
export function escapeRaw(text: string, isFollowed: boolean): string {
  let result = ''
  let at = 0
  for (const { start, end } of tagLike(text, isFollowed)) {
    result += text.slice(at, start) + raw(text.slice(start, end))
    at = end
  }
  return result + text.slice(at)
}
