import { declarationOf } from '../../variables/declarationOf.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const varUndeclared: Rule = {
  name: 'var-undeclared',
  severity: 'error',
  certainty: 'exact',
  why: 'Nobody is asked for the value of a variable that is not declared, so the template does not render.',
  source: sources.house,
  templateOnly: true,
  find({ uses }, { variables }) {
    const declared = new Set(variables.map(({ name }) => name))
    return uses
      .filter(({ name }) => !declared.has(name))
      .map(({ name, range }) => {
        const declaration = declarationOf(name)
        const isName = declaration !== null
        return {
          range,
          message: isName
            ? `"${name}" is not declared.`
            : `"${name}" cannot be declared: a name has small letters, digits and _, and begins with a letter.`,
          fix: isName ? { title: `Declare "${name}"`, edits: [], declare: [declaration] } : undefined,
        }
      })
  },
}
