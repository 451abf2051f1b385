import type { Variable } from '../../variables/schema.ts'
import { isRecord } from '../json/isRecord.ts'
import { declareAll, type Wanted } from '../yamlFiles/declare.ts'

type Type = Variable['type']
const types: Partial<Record<string, Type>> = {
  string: 'text',
  number: 'number',
  float: 'number',
  integer: 'integer',
  boolean: 'boolean',
  array: 'list',
  list: 'list',
}

/** The inputs as a map or a list has them, each by its name. */
function namedInputs(inputs: unknown): [string, unknown][] {
  if (!Array.isArray(inputs)) return Object.entries(isRecord(inputs) ? inputs : {})
  return inputs.flatMap((input): [string, unknown][] =>
    isRecord(input) && typeof input['name'] === 'string' ? [[input['name'], input]] : [],
  )
}

/**
 * The variables that inputs declare. An input is described, or has a sample for its value, or stands among the samples alone. `kept` are the
 * inputs and samples that are no variables here.
 */
export function readInputs(inputs: unknown, sample: unknown) {
  const samples = new Map(Object.entries(isRecord(sample) ? sample : {}))
  const described = new Map(namedInputs(inputs))
  const given = new Map([...described, ...[...samples].filter(([name]) => !described.has(name))])
  const wanted: Wanted[] = []
  const kept = new Map<string, unknown>()
  for (const [name, input] of given) {
    const read = readInput(name, input, samples.get(name))
    if (read === null) kept.set(name, input)
    else {
      wanted.push(read)
      samples.delete(name)
    }
  }
  const { variables, notes } = declareAll(wanted)
  const unfit = [...kept.keys()].map((name) => `"${name.slice(0, 100)}"`)
  if (unfit.length > 0) notes.push(`The inputs ${unfit.join(', ')} are no variables here and are kept beside the text.`)
  const others = [...kept].filter(([name]) => described.has(name))
  return { variables, notes, kept: { inputs: Object.fromEntries(others), sample: Object.fromEntries(samples) } }
}

function readInput(name: string, input: unknown, sample: unknown): Wanted | null {
  if (!isRecord(input)) {
    const type = typeOfValue(input)
    return type === null ? null : { name, type, required: true, example: input }
  }
  const { type = input['kind'] ?? 'string', description, enum: options = input['enumValues'], items } = input
  const ours = typeof type === 'string' && Object.hasOwn(types, type) ? types[type] : undefined
  const isOfTexts = !isRecord(items) || (items['type'] ?? items['kind'] ?? 'string') === 'string'
  if (ours === undefined || (ours === 'list' && !isOfTexts)) return null
  return {
    name,
    type: options === undefined ? ours : 'enum',
    ...(options !== undefined && { options }),
    required: (input['required'] ?? input['is_required']) !== false,
    label: typeof description === 'string' ? description : null,
    default: input['default'],
    example: sample ?? input['sample'] ?? input['example'],
  }
}

function typeOfValue(value: unknown): Type | null {
  if (value === null || typeof value === 'string') return 'text'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'boolean') return 'boolean'
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? 'list' : null
}

const words: Record<Type, string> = {
  text: 'string',
  longtext: 'string',
  date: 'string',
  enum: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  list: 'array',
}

/** Declarations as inputs and samples; those that were kept stand beside them where nothing else has their names by now. */
export function writeInputs(variables: readonly Variable[], kept: { inputs: unknown; sample: unknown }) {
  const names = new Set(variables.map(({ name }) => name))
  const others = (fields: unknown) => Object.entries(isRecord(fields) ? fields : {}).filter(([name]) => !names.has(name))
  const inputs = variables.map(({ name, type, label, options, required, default: standard }): [string, unknown] => [
    name,
    { type: words[type], description: label, enum: options, required: required ? undefined : false, default: standard },
  ])
  const samples = variables.flatMap(({ name, example }): [string, unknown][] => (example === undefined ? [] : [[name, example]]))
  return { inputs: filled([...inputs, ...others(kept.inputs)]), sample: filled([...samples, ...others(kept.sample)]) }
}

function filled(entries: [string, unknown][]): Record<string, unknown> | undefined {
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
