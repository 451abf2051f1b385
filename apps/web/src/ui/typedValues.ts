import type { Variable } from '@prologue/prompt-kit'

/** What stands in the fields of variables, by name: a list has one item a line, a boolean is "yes" or "no", '' is not filled in. */
export type TypedValues = Readonly<Record<string, string>>

/** The values that are meant, for prompt-kit to judge: what is no number stays the text it is, and is found wrong there. */
export function readTyped(variables: readonly Variable[], typed: TypedValues): Record<string, unknown> {
  return Object.fromEntries(variables.map((variable) => [variable.name, readValue(variable, typed[variable.name] ?? '')]))
}

function readValue({ type }: Variable, text: string): unknown {
  if (type === 'boolean') return text === '' ? undefined : text === 'yes'
  if (type === 'list')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  if (type !== 'number' && type !== 'integer') return text
  return readNumber(text)
}

/** In English a comma sets off thousands, elsewhere it stands before what is less than one: here it could be either. */
const ambiguous = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/

/** A number as people write it, also with a comma; what is none stays the text it is. */
export function readNumber(text: string): number | string {
  const trimmed = text.trim()
  if (trimmed === '' || ambiguous.test(trimmed)) return trimmed
  const number = Number(trimmed.replace(',', '.'))
  return Number.isFinite(number) ? number : trimmed
}

/** A value as its field would hold it: the other way round. */
export function writeTyped(value: NonNullable<Variable['default']>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join('\n') : String(value)
}

/** What people call a variable: its label, or its name in words. */
export function variableLabel({ label, name }: Pick<Variable, 'label' | 'name'>): string {
  if (label !== undefined) return label
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What to know before filling it in; '' for nothing. */
export function variableHint({ type, min, max, sensitive, source, default: standard }: Variable): string {
  const isChosen = type === 'enum' || type === 'boolean'
  return [
    type === 'list' ? 'One a line.' : '',
    type === 'number' || type === 'integer' ? numberRange(min, max) : '',
    source === 'end-user' ? 'Stands for what your users will write.' : '',
    sensitive ? 'Sensitive: kept out of logs and lists.' : '',
    standard === undefined || isChosen ? '' : sensitive ? 'May stay empty.' : 'Left empty, this is used.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function numberRange(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max}.`
  if (min !== undefined) return `${min} or more.`
  return max === undefined ? '' : `${max} or less.`
}

/** Stands in the empty field: the default that holds then, else an example. */
export function variablePlaceholder({ default: standard, example, sensitive }: Variable): string | undefined {
  const shown = standard ?? example
  return shown === undefined || sensitive ? undefined : writeTyped(shown)
}
