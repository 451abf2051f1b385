import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

export const varUserInSystem: Rule = {
  name: 'var-user-in-system',
  severity: 'warning',
  certainty: 'exact',
  why: 'What stands in a system prompt speaks with its authority; words from outside belong into the message of the user.',
  source: sources.injection,
  templateOnly: true,
  find({ uses }, { variables }) {
    const outside = new Set(variables.filter(({ source }) => source === 'end-user').map(({ name }) => name))
    const said = new Set<string>()
    return uses.flatMap(({ name, range }) => {
      if (!outside.has(name) || said.has(name)) return []
      said.add(name)
      return [{ range, message: `"${name}" comes from people outside.`, variable: name }]
    })
  },
}
