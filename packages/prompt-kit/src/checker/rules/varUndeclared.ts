import { declarationOf, type WayOfUse } from '../../variables/declarationOf.ts'
import { wayOfUse } from '../../variables/wayOfUse.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const varUndeclared: Rule = {
  name: 'var-undeclared',
  severity: 'error',
  certainty: 'exact',
  why: 'Nobody is asked for the value of a variable that is not declared, so the template does not render.',
  source: sources.house,
  templateOnly: true,
  find({ text, uses }, { variables }) {
    const declared = new Set(variables.map(({ name }) => name))
    const ways = new Map<string, Set<WayOfUse>>()
    for (const { name, range } of uses) {
      const found = ways.get(name) ?? new Set()
      ways.set(name, found.add(wayOfUse(text, range.start)))
    }
    return uses
      .filter(({ name }) => !declared.has(name))
      .map(({ name, range }) => {
        const declaration = declarationOf(name, null, ways.get(name))
        const isName = declaration !== null
        return {
          range,
          message: isName
            ? `"${name}" is not declared.`
            : `"${name}" cannot be declared: a name has small letters, digits and _, and begins with a letter.`,
          variable: name,
          fix: isName ? { title: `Declare "${name}"`, edits: [], declare: [declaration] } : undefined,
        }
      })
  },
}
