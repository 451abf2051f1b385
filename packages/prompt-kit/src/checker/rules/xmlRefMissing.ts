import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const reference =
  /\b(?:in|inside|within|between|from|of|using|see|to|the)\s+(?:the\s+)?`?<([a-z][\w-]{1,40})>`?(?:\s+(?:tags?|section|block|element)\b|(?=[\s.,;:)]))/gi

export const xmlRefMissing: Rule = {
  name: 'xml-ref-missing',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'The model is sent to a block that is not there.',
  source: sources.claude,
  find({ text, fences }) {
    const closed = new Set([...text.matchAll(/<\/([a-z][\w-]{1,40})>/gi)].map(([, name]) => name))
    return [...text.matchAll(reference)].flatMap(({ index, 0: words, 1: name = '' }) => {
      const isCode = fences.some(({ start, end }) => start <= index && index < end)
      if (isCode || closed.has(name) || !isRead(text, index)) return []
      return [{ range: { start: index, end: index + words.length }, message: `There is no <${name}> in this text.` }]
    })
  },
}

/** Whether the words before it send to what stands in a block; elsewhere a tag is one that the answer is to have. */
function isRead(text: string, place: number): boolean {
  return /\b(?:read|see|based on|according to|refer(?:ring)? to|listed|found|described|defined|stated|given|contents? of|(?:information|text|rules|instructions|context|examples|data|documents?))\s+(?:\w+\s+){0,3}$/i.test(
    text.slice(Math.max(0, place - 60), place),
  )
}
