import { declarationOf } from '../../variables/declarationOf.ts'
import { foreignVariables } from '../foreignSyntax.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const varForeignSyntax: Rule = {
  name: 'var-foreign-syntax',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Only {{ name }} is filled in; anything else reaches the model as it stands.',
  source: sources.house,
  templateOnly: true,
  find(text, { variables }) {
    // While the template cannot be read, nobody knows what a change would make of it.
    if (text.fault !== null) return []
    return foreignVariables(text).map(({ range, name, standard }) => {
      const declaration = variables.some((each) => each.name === name) ? null : declarationOf(name, standard)
      return {
        range,
        message: `${text.text.slice(range.start, range.end)} looks like a variable of another tool.`,
        variable: name,
        fix: {
          title: `Write {{ ${name} }}`,
          edits: [{ index: range.start, remove: range.end - range.start, insert: `{{ ${name} }}` }],
          ...(declaration === null ? {} : { declare: [declaration] }),
        },
      }
    })
  },
}
