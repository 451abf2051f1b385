import { variableSources, variableTypes, type VariableType } from '@prologue/prompt-kit'
import { readNumber } from '../../ui/typedValues.ts'

/** A declaration as it stands in its fields: all text, blank where nothing was said. */
export type VariableFields = {
  name: string
  label: string
  type: VariableType
  required: boolean
  /** Of a list one a line; "true", "false" or blank of a yes or no. */
  default: string
  /** One a line. */
  options: string
  min: string
  max: string
  pattern: string
  source: (typeof variableSources)[number]
  sensitive: boolean
  example: string
}

export type VariableRecord = Record<string, unknown>

const isType = (value: unknown): value is VariableType => variableTypes.some((type) => type === value)

/** What a declaration says, whether or not it is complete. */
export function fieldsOf(record: VariableRecord): VariableFields {
  const { name, label, type, required, options, min, max, pattern, source, sensitive, example } = record
  return {
    name: written(name),
    label: written(label),
    type: isType(type) ? type : 'text',
    required: required !== false,
    default: written(record['default']),
    options: written(options),
    min: written(min),
    max: written(max),
    pattern: written(pattern),
    source: source === 'end-user' ? 'end-user' : 'author',
    sensitive: sensitive === true,
    example: written(example),
  }
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('\n')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Which of the fields say something for a type; what others hold is kept out, and back with the type. */
export function fieldsFor(type: VariableType): { bounds: boolean; pattern: boolean; options: boolean } {
  return {
    bounds: type !== 'enum' && type !== 'boolean' && type !== 'date',
    pattern: type === 'text',
    options: type === 'enum',
  }
}

/** The declaration that fields make. What cannot be what its type asks for stays as it was typed, to be found fault with. */
export function recordOf(fields: VariableFields): VariableRecord {
  const { name, type, required, source, sensitive } = fields
  const has = fieldsFor(type)
  const label = fields.label.trim()
  const standard = valueOf(type, fields.default)
  const example = valueOf(type, fields.example)
  const options = has.options ? linesOf(fields.options) : []
  return {
    name,
    ...(label && { label }),
    type,
    required,
    ...(standard !== undefined && { default: standard }),
    ...(options.length > 0 && { options }),
    ...(has.bounds && fields.min.trim() && { min: readNumber(fields.min) }),
    ...(has.bounds && fields.max.trim() && { max: readNumber(fields.max) }),
    ...(has.pattern && fields.pattern && { pattern: fields.pattern }),
    source,
    sensitive,
    ...(example !== undefined && { example }),
  }
}

function valueOf(type: VariableType, text: string): unknown {
  if (text.trim() === '') return undefined
  if (type === 'number' || type === 'integer') return readNumber(text)
  if (type === 'list') return linesOf(text)
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
