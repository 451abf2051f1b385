import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const fenceUnclosed: Rule = {
  name: 'fence-unclosed',
  severity: 'error',
  certainty: 'exact',
  why: 'Everything after an open code fence counts as code, the instructions below it too.',
  source: sources.commonMark,
  find: ({ text, fences }) =>
    fences
      .filter(({ isClosed }) => !isClosed)
      .map(({ opening, mark }) => ({
        range: opening,
        message: `This code fence is not closed: ${mark} is missing.`,
        fix: {
          title: 'Close it at the end of the text',
          edits: [{ index: text.length, remove: 0, insert: `${text.endsWith('\n') ? '' : '\n'}${mark}` }],
        },
      })),
}
