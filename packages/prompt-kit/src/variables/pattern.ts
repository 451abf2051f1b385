/** A value that is matched against a pattern has at most so many characters; with `mostWays` it bounds the time. */
export const longestMatched = 500

/** How many ways of matching a pattern may try: three repeated parts in a value of the greatest length. */
const mostWays = longestMatched ** 3

/** The pattern as it is applied: to the whole value. */
export function wholePattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u')
}

/** Why a pattern cannot be used, in a sentence for its author; null for one that compiles and takes bounded time on any value. */
export function patternFault(pattern: string): string | null {
  try {
    wholePattern(pattern)
  } catch {
    return 'This is no regular expression.'
  }
  if (/\\[1-9k]/.test(withoutEscapedBackslashes(pattern)) || /\(\?(?:[=!]|<[=!])/.test(pattern))
    return 'Leave out back references and lookarounds.'
  const ways = waysOf(pattern)
  if (ways === null) return 'Do not repeat a group that holds a choice or a repetition itself.'
  return ways > mostWays ? 'Use at most three repeated parts.' : null
}

const withoutEscapedBackslashes = (pattern: string): string => pattern.replaceAll('\\\\', '')
const atom = /^(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|[^()|])/u
const quantifier = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/

type Group = { ways: number; branches: number }

/** An upper bound of the ways to match, null where a group with more than one is repeated. */
function waysOf(pattern: string): number | null {
  const outer: Group[] = []
  let group: Group = { ways: 1, branches: 1 }
  let at = 0
  while (at < pattern.length) {
    const rest = pattern.slice(at)
    const opening = /^\((?:\?(?::|<[^>]*>|[a-z-]*:))?/i.exec(rest)?.[0]
    if (opening !== undefined) {
      outer.push(group)
      group = { ways: 1, branches: 1 }
      at += opening.length
      continue
    }
    if (rest.startsWith('|')) {
      group.branches++
      at++
      continue
    }
    const isClosing = rest.startsWith(')')
    const length = isClosing ? 1 : (atom.exec(rest)?.[0].length ?? 1)
    const inner: number = isClosing ? group.ways * group.branches : 1
    if (isClosing) group = outer.pop() ?? { ways: 1, branches: 1 }
    at += length
    const found = quantifier.exec(pattern.slice(at))
    const repeats = found === null ? 1 : repetitions(found)
    if (found !== null && inner > 1 && found[1] !== '?') return null
    group.ways *= inner * repeats
    at += found?.[0].length ?? 0
  }
  return group.ways * group.branches
}

function repetitions([, mark, least, comma, most]: RegExpExecArray): number {
  if (mark === '?') return 2
  if (mark !== undefined || (comma === ',' && most === '')) return longestMatched
  return comma === '' ? 1 : Math.min(Number(most) - Number(least) + 1, longestMatched)
}
