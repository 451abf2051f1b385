import type { Span } from '../schema.ts'

export type Sentence = { text: string; span: Span }

/** Whether the words stand as they were written, so that places in them are places in the text. */
export const isVerbatim = ({ text, span }: Sentence): boolean => text.length === span.end - span.start

const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|incl|no|nr|dr|mr|mrs|ms|prof|st|fig|cf|max|min|ca|\p{L}|\d{1,3})$/iu
const closers: Record<string, string> = {
  '"': '"',
  '“': '”',
  '«': '»',
  '„': '“',
  '(': ')',
  '[': ']',
  '{': '}',
  '`': '`',
  '「': '」',
}

/** Where each opening quote or bracket of the text closes; one that never does is left out. One pass. */
function closings(text: string): Map<number, number> {
  const pairs = new Map<number, number>()
  const waiting: { at: number; closer: string }[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    const top = waiting.at(-1)
    if (top !== undefined && character === top.closer) {
      pairs.set(top.at, at)
      waiting.pop()
      continue
    }
    const closer = closers[character]
    // An inch sign or a quote inside a word opens nothing.
    const opens = closer !== undefined && (character !== '"' || at === 0 || /[\s([{:=,>-]/.test(text.charAt(at - 1)))
    if (opens && waiting.length < 50) waiting.push({ at, closer })
  }
  return pairs
}

/** Splits prose into sentences; quotes, brackets and abbreviations do not end one. `offset` is where the prose begins in the whole text. */
export function splitSentences(prose: string, offset: number): Sentence[] {
  const pairs = closings(prose)
  const sentences: Sentence[] = []
  let start = 0
  const cut = (end: number) => {
    const raw = prose.slice(start, end)
    const text = raw.trim()
    if (text !== '') {
      const lead = raw.length - raw.trimStart().length
      sentences.push({ text, span: { start: offset + start + lead, end: offset + start + lead + text.length } })
    }
    start = end
  }
  for (let at = 0; at < prose.length; at++) {
    const closing = pairs.get(at)
    if (closing !== undefined) {
      at = closing
      // A quote that ends in a full stop ends the sentence, when a new one follows.
      if (/[.!?]/.test(prose.charAt(at - 1)) && /["”]/.test(prose.charAt(at)) && /^\s+\p{Lu}/u.test(prose.slice(at + 1, at + 4)))
        cut(at + 1)
      continue
    }
    const character = prose.charAt(at)
    if (/[。！？]/.test(character)) {
      cut(at + 1)
      continue
    }
    if (!/[.!?…]/.test(character)) continue
    const next = prose.charAt(at + 1)
    if (next !== '' && !/\s/.test(next)) continue
    if (character === '.' && abbreviation.test(prose.slice(Math.max(start, at - 8), at))) {
      const follows = /^\s+\p{Lu}/u.test(prose.slice(at + 1, at + 4))
      const mayEnd = /(?:etc|\d|[\s(]\p{L})$/iu.test(prose.slice(Math.max(start, at - 8), at))
      const numbering = at - start < 8 && /^\s*\(?\d{1,3}$/.test(prose.slice(start, at))
      if (!(follows && mayEnd) || numbering) continue
    }
    cut(at + 1)
  }
  cut(prose.length)
  return sentences
}

/** A stretch of a sentence without the space around it. One that was put in other words keeps the span of them all. */
export function within(sentence: Sentence, start: number, end = sentence.text.length): Sentence {
  const raw = sentence.text.slice(start, end)
  const text = raw.trim()
  if (!isVerbatim(sentence)) return { text, span: sentence.span }
  const at = sentence.span.start + start + (raw.length - raw.trimStart().length)
  return { text, span: { start: at, end: at + text.length } }
}
