import { isBlank } from '../../variables/values.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { CheckInput, Hit, Rule } from '../types.ts'
import { valueFaults } from './valueFaults.ts'

export const varType: Rule = {
  name: 'var-type',
  severity: 'error',
  certainty: 'exact',
  why: 'A value that its variable does not allow is refused when the prompt is made.',
  source: sources.house,
  templateOnly: true,
  find: (text, input) => [...valueFaults(text, input, (value) => !isBlank(value)), ...loopsOver(text, input)],
}

/** A loop goes through a list; of a text it would make one turn with all of it. */
function loopsOver({ text, tags, uses }: PromptText, { variables }: CheckInput): Hit[] {
  return tags.flatMap(({ kind, name, start, end }) => {
    if (kind !== 'tag' || name !== 'for') return []
    const collection = /\bin\s+([a-z][a-z0-9_]*)\s*(?:-?%\}|\s)/.exec(text.slice(start, end))?.[1]
    const variable = variables.find((each) => each.name === collection)
    const use = uses.find(({ name: used, range }) => used === collection && start <= range.start && range.end <= end)
    if (variable === undefined || variable.type === 'list' || use === undefined) return []
    return [{ range: use.range, message: `"${variable.name}" is no list that could be gone through.`, variable: variable.name }]
  })
}
