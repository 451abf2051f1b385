/** A regular expression as it is matched here: each `atom` is one character by the expression that stands for it. */
export type PatternNode =
  | { kind: 'atom'; source: string }
  | { kind: 'assertion'; which: '^' | '$' | '\\b' | '\\B' }
  | { kind: 'sequence'; parts: readonly PatternNode[] }
  | { kind: 'choice'; parts: readonly PatternNode[] }
  | { kind: 'repeat'; part: PatternNode; least: number; most: number }

const atom =
  /^(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\.|\[(?:\\.|[^\]\\])*\]|[^()|])/u
const quantifier = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/
const opening = /^\((?:\?:|\?<[^=!>][^>]*>|(?!\?))/

/** Reads what `RegExp` takes with the flag `u`; null for what looks around, or back at what was found. */
export function parsePattern(pattern: string): PatternNode | null {
  let at = 0

  const choice = (): PatternNode | null => {
    const parts: PatternNode[] = []
    do {
      const part = sequence()
      if (part === null) return null
      parts.push(part)
    } while (pattern[at] === '|' && ++at)
    return { kind: 'choice', parts }
  }

  const sequence = (): PatternNode | null => {
    const parts: PatternNode[] = []
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const part = single()
      if (part === null) return null
      const [repeats, mark, least, comma, most] = quantifier.exec(pattern.slice(at)) ?? []
      at += repeats?.length ?? 0
      parts.push(repeats === undefined ? part : { kind: 'repeat', part, ...bounds(mark, Number(least), comma, most) })
    }
    return { kind: 'sequence', parts }
  }

  const single = (): PatternNode | null => {
    const rest = pattern.slice(at)
    if (rest.startsWith('(')) {
      const begin = opening.exec(rest)?.[0]
      if (begin === undefined) return null
      at += begin.length
      const inner = choice()
      at++
      return inner
    }
    const source = atom.exec(rest)?.[0]
    if (source === undefined || /^\\[1-9k]/.test(source)) return null
    at += source.length
    return source === '^' || source === '$' || source === '\\b' || source === '\\B'
      ? { kind: 'assertion', which: source }
      : { kind: 'atom', source }
  }

  return choice()
}

function bounds(mark: string | undefined, least: number, comma: string | undefined, most: string | undefined) {
  if (mark !== undefined) return { least: mark === '+' ? 1 : 0, most: mark === '?' ? 1 : Infinity }
  if (comma === '') return { least, most: least }
  return { least, most: most === '' ? Infinity : Number(most) }
}
