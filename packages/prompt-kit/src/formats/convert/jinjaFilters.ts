import type { Token } from './jinjaTokens.ts'
import { quoted } from './pieces.ts'

/** An argument of a filter: a text, or a number, true, false as it is written. */
type Argument = { isText: boolean; text: string }

/** A filter in Liquid; `standard` where it only gives a default. `isOfLists`: its value must be a list. */
type Filter = { liquid: string; standard?: string; isOfLists?: true }

const plain =
  (liquid: string, isOfLists?: true) =>
  (args: readonly Argument[]): Filter | undefined =>
    args.length === 0 ? { liquid, ...(isOfLists === true ? { isOfLists } : {}) } : undefined
const written = ({ isText, text }: Argument): string => (isText ? quoted(text) : text)

/** A default counts as well where a value is empty, which is what leaving a variable out means here. */
function standard([value, isForEmpty, ...more]: readonly Argument[]): Filter | undefined {
  if (value === undefined || more.length > 0 || (isForEmpty !== undefined && isForEmpty.isText)) return undefined
  return { liquid: ` | default: ${written(value)}`, standard: value.text }
}

/** Those that say the same in Liquid; `safe` and `string` change nothing here. */
export const jinjaFilters: Readonly<Record<string, (args: readonly Argument[]) => Filter | undefined>> = {
  default: standard,
  d: standard,
  upper: plain(' | upcase'),
  lower: plain(' | downcase'),
  capitalize: plain(' | capitalize'),
  trim: plain(' | strip'),
  length: plain(' | size'),
  count: plain(' | size'),
  wordcount: plain(' | number_of_words'),
  tojson: plain(' | json'),
  dump: plain(' | json'),
  safe: plain(''),
  string: plain(''),
  first: plain(' | first', true),
  last: plain(' | last', true),
  sort: plain(' | sort', true),
  unique: plain(' | uniq', true),
  join: ([by, ...more]) =>
    more.length > 0 || by?.isText === false ? undefined : { liquid: ` | join: ${quoted(by?.text ?? '')}`, isOfLists: true },
  replace: ([from, to, ...more]) =>
    from === undefined || to === undefined || more.length > 0 || !from.isText || !to.isText
      ? undefined
      : { liquid: ` | replace: ${quoted(from.text)}, ${quoted(to.text)}` },
}

/** What reads tokens one after the other. */
type Tokens = {
  peek: (kind: Token['kind'], ...texts: string[]) => boolean
  take: (kind: Token['kind'], ...texts: string[]) => string | null
}

/** What stands in brackets behind a filter, empty without any; null where an argument is more than a plain value. */
export function filterArguments({ peek, take }: Tokens): Argument[] | null {
  if (take('mark', '(') === null) return []
  const args: Argument[] = []
  while (take('mark', ')') === null) {
    if (args.length > 0 && take('mark', ',') === null) return null
    const text = take('text')
    const other = text ?? take('number') ?? take('name', 'true', 'false', 'True', 'False')
    if (other === null || peek('mark', '=')) return null
    args.push(text === null ? { isText: false, text: other.toLowerCase() } : { isText: true, text })
  }
  return args
}
