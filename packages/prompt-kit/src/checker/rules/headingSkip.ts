import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const headingSkip: Rule = {
  name: 'heading-skip',
  severity: 'info',
  certainty: 'exact',
  why: 'A level that is left out hides which section a part belongs to.',
  source: sources.commonMark,
  find: ({ headings }) =>
    headings.flatMap(({ start, end, level }, index) => {
      const before = headings[index - 1]?.level
      return before === undefined || level <= before + 1
        ? []
        : [{ range: { start, end }, message: `This heading goes from level ${before} to ${level}.` }]
    }),
}
