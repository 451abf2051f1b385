import { isBlank } from '../../variables/values.ts'
import { sources } from '../sources.ts'
import type { PromptText } from '../document/readText.ts'
import type { CheckInput, Hit, Rule } from '../types.ts'
import { hitOf, valueFaults } from './valueFaults.ts'

export const varRequiredEmpty: Rule = {
  name: 'var-required-empty',
  severity: 'error',
  certainty: 'exact',
  why: 'Without its value the prompt cannot be made.',
  source: sources.house,
  templateOnly: true,
  find: (text, input) => [...valueFaults(text, input, isBlank), ...emptyDefaults(text, input)],
}

/** With an empty default nobody is asked for a value, and everybody who uses the template gets none. */
function emptyDefaults(text: PromptText, { variables, context: { place } }: CheckInput): Hit[] {
  if (place !== 'publish') return []
  const empty = variables.filter(({ required, default: standard }) => required && standard !== undefined && isEmpty(standard))
  return empty.map(({ name }) =>
    hitOf(text, name, 'It needs a value, and its default is empty. Fill the default in or take it away.'),
  )
}

const isEmpty = (value: unknown) => isBlank(typeof value === 'string' ? value.trim() : value)
