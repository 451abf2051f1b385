import { isBlank } from '../../variables/values.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'
import { valueFaults } from './valueFaults.ts'

export const varRequiredEmpty: Rule = {
  name: 'var-required-empty',
  severity: 'error',
  certainty: 'exact',
  why: 'Without its value the prompt cannot be made.',
  source: sources.house,
  templateOnly: true,
  find: (text, input) => valueFaults(text, input, isBlank),
}
