import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const tplSyntax: Rule = {
  name: 'tpl-syntax',
  severity: 'error',
  certainty: 'exact',
  why: 'A template that cannot be read cannot be tried or published.',
  source: sources.liquid,
  templateOnly: true,
  find: ({ fault }) => (fault === null ? [] : [{ range: fault.range, message: fault.message }]),
}
