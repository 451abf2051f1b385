import { estimateTokens } from '../../tokens/estimateTokens.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'
import { fewestCached } from './cacheOrder.ts'

/** What differs at every call, however little else does. */
const volatile =
  /(?:^|_)(?:now|today|date|time|datetime|timestamp|current_date|current_time|session|request_id|uuid|random|nonce)(?:_|$)/

export const volatilePrefix: Rule = {
  name: 'volatile-prefix',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'A date or an id at the beginning makes each call a new prompt: nothing of it is kept, and all of it is paid again.',
  source: sources.caching,
  templateOnly: true,
  find({ uses, text, tags }, { variables }) {
    if (estimateTokens(text) < fewestCached) return []
    const use = uses.find(
      ({ name, range }) =>
        range.start < text.length / 5 &&
        (volatile.test(name) || variables.some((each) => each.name === name && each.type === 'date')) &&
        tags.some(({ kind, start, end }) => kind === 'output' && start <= range.start && range.end <= end),
    )
    return use === undefined ? [] : [{ range: use.range, message: `"${use.name}" differs at each call; put it at the end.` }]
  },
}
