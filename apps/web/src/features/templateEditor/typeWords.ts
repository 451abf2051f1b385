import type { VariableType } from '@prologue/prompt-kit'

/** What each kind of value is called where people choose it. */
export const typeWords: Readonly<Record<VariableType, string>> = {
  text: 'Text',
  longtext: 'Long text',
  number: 'Number',
  integer: 'Whole number',
  enum: 'Choice',
  boolean: 'Yes or no',
  date: 'Date',
  list: 'List',
}
