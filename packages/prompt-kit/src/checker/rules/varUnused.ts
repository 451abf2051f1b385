import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const varUnused: Rule = {
  name: 'var-unused',
  severity: 'warning',
  certainty: 'exact',
  why: 'People fill in a value that changes nothing.',
  source: sources.house,
  templateOnly: true,
  find({ uses, fault }, { variables }) {
    if (fault !== null) return []
    const used = new Set(uses.map(({ name }) => name))
    return variables
      .filter(({ name }) => !used.has(name))
      .map(({ name }) => ({
        range: { start: 0, end: 0 },
        message: `"${name}" is declared, but the text does not use it.`,
        variable: name,
        fix: { title: `Remove the declaration of "${name}"`, edits: [], undeclare: [name] },
      }))
  },
}
