import { typeWords } from './typeWords.ts'
import { fieldsOf, type VariableRecord } from './variableFields.ts'

/** Declarations as lines that people can compare: "topic: Text, required, default “bees”". */
export function variableLines(records: readonly VariableRecord[]): string {
  return records.map(lineOf).join('\n')
}

function said(word: string, value: string): string[] {
  return value === '' ? [] : [`${word} “${value.replaceAll('\n', ', ')}”`]
}

function lineOf(record: VariableRecord): string {
  const fields = fieldsOf(record)
  const parts = [
    typeWords[fields.type],
    fields.required ? 'required' : 'optional',
    ...said('label', fields.label),
    ...said('options', fields.options),
    ...said('default', fields.default),
    ...said('at least', fields.min),
    ...said('at most', fields.max),
    ...said('pattern', fields.pattern),
    ...said('example', fields.example),
    ...(fields.source === 'end-user' ? ['from people outside'] : []),
    ...(fields.sensitive ? ['sensitive'] : []),
  ]
  return `${fields.name}: ${parts.join(', ')}`
}
