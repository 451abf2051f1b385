import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'
import { pairTags, xmlTags } from '../xmlTags.ts'

export const xmlUnbalanced: Rule = {
  name: 'xml-unbalanced',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Where a block ends is left to the model to guess.',
  source: sources.claude,
  find({ structure }) {
    const tags = xmlTags(structure)
    const { unpaired } = pairTags(tags)
    // A tag within prose is mentioned, not used; one in angle brackets that nothing ever closes is a placeholder.
    const closed = new Set(tags.filter(({ isClosing }) => isClosing).map(({ name }) => name))
    const hasPairs = tags.length > unpaired.length
    return unpaired
      .filter(({ isBlock, isClosing, name }) => isBlock && (isClosing || hasPairs || closed.has(name)))
      .map(({ start, end, name, isClosing }) => ({
        range: { start, end },
        message: isClosing ? `Nothing is open that </${name}> closes.` : `<${name}> is not closed.`,
      }))
  },
}
