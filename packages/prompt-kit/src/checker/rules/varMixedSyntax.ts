import { foreignVariables } from '../foreignSyntax.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const varMixedSyntax: Rule = {
  name: 'var-mixed-syntax',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Where variables are written in two ways, some of them are not filled in.',
  source: sources.house,
  templateOnly: true,
  find(text) {
    const foreign = text.fault === null ? foreignVariables(text) : []
    const forms = [...new Set([...(text.uses.length > 0 ? ['{{ name }}'] : []), ...foreign.map(({ form }) => form)])]
    const odd = foreign.find(({ form }) => form !== forms[0])
    return odd === undefined
      ? []
      : [{ range: odd.range, message: `Variables are written in ${forms.length} ways here: ${forms.join(', ')}.` }]
  },
}
