import { templateFault } from '../../variables/parseTemplate.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const tplPartialMissing: Rule = {
  name: 'tpl-partial-missing',
  severity: 'error',
  certainty: 'exact',
  why: 'A template that renders what is not there, or itself, does not render at all.',
  source: sources.liquid,
  templateOnly: true,
  find({ text, fault, tags }, { context: { partials } }) {
    if (fault !== null || !tags.some(({ kind, name }) => kind === 'tag' && name === 'render')) return []
    const inner = templateFault(text, partials)
    if (inner === null) return []
    // Of a fault within a partial the tag that leads to it can be pointed at.
    const tag = tags.find(({ kind, name }) => kind === 'tag' && name === 'render')
    const range = inner.partial === null || tag === undefined ? inner.range : { start: tag.start, end: tag.end }
    return [{ range, message: inner.message }]
  },
}
