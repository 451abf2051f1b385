import type { Variable } from '../../variables/schema.ts'
import { isRecord } from '../json/isRecord.ts'
import type { Wanted } from '../yamlFiles/declare.ts'

type Type = Variable['type']
const scalars: Partial<Record<string, Type>> = { string: 'text', number: 'number', integer: 'integer', boolean: 'boolean' }

/** What of a schema are variables here; `rest` are its other fields, as they stand there. */
export type ReadSchema = { wanted: Wanted[]; rest: Record<string, unknown> }

/** Reads Picoschema, or JSON Schema as dotprompt takes it as well. Anything else declares nothing. */
export function readInputSchema(schema: unknown): ReadSchema {
  if (!isRecord(schema)) return { wanted: [], rest: {} }
  const { properties, required, type } = schema
  if (isRecord(properties) && (type === undefined || type === 'object')) return readJsonSchema(properties, required)
  const read: ReadSchema = { wanted: [], rest: {} }
  for (const [key, value] of Object.entries(schema)) {
    const wanted = readField(key, value)
    if (wanted === null) read.rest[key] = value
    else read.wanted.push(wanted)
  }
  return read
}

const field = /^([^?(]+)(\?)?(?:\((\w+)(?:,(.*))?\))?$/s
const typed = /^(\w+)\s*(?:,(.*))?$/s

/** `name?(enum, what it is): [one, other]` and its like; null for what is no variable here. */
function readField(key: string, value: unknown): Wanted | null {
  const [, name, optional, parent, label] = field.exec(key) ?? []
  if (name === undefined) return null
  const bare = { name, required: optional === undefined }
  if (parent === 'enum') return isTexts(value) ? { ...bare, type: 'enum', options: value, label: label ?? null } : null
  const [, word = '', words] = typeof value === 'string' ? (typed.exec(value) ?? []) : []
  if (parent === 'array') return word === 'string' ? { ...bare, type: 'list', label: label ?? words ?? null } : null
  const type = parent === undefined && Object.hasOwn(scalars, word) ? scalars[word] : undefined
  return type === undefined ? null : { ...bare, type, label: words ?? null }
}

function readJsonSchema(properties: Record<string, unknown>, required: unknown): ReadSchema {
  const isRequired = (name: string) => Array.isArray(required) && required.includes(name)
  const read: ReadSchema = { wanted: [], rest: {} }
  for (const [name, schema] of Object.entries(properties)) {
    const { type, description, enum: options, items, default: standard } = isRecord(schema) ? schema : {}
    const isList = type === 'array' && isRecord(items) && items['type'] === 'string'
    const scalar = typeof type === 'string' && Object.hasOwn(scalars, type) ? scalars[type] : undefined
    const ours = isTexts(options) ? 'enum' : isList ? 'list' : options === undefined ? scalar : undefined
    const label = typeof description === 'string' ? description : null
    const bare = { name, required: isRequired(name), label, default: standard }
    if (ours !== undefined) read.wanted.push({ ...bare, type: ours, ...(ours === 'enum' && { options }) })
    // The shape of the other fields in Picoschema, which takes JSON Schema for a field as well.
    else read.rest[isRequired(name) ? name : `${name}?`] = schema
  }
  return read
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
}

const words: Record<Type, string> = {
  text: 'string',
  longtext: 'string',
  date: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  enum: 'enum',
  list: 'array',
}

/** Declarations as Picoschema, then the fields that were none here, where nothing else has their names by now. */
export function writeInputSchema(variables: readonly Variable[], rest: unknown): Record<string, unknown> {
  const names = new Set(variables.map(({ name }) => name))
  const entries = variables.map(({ name, type, required, label, options }): [string, unknown] => {
    const key = `${name}${required ? '' : '?'}`
    const word = `${words[type]}${label === undefined ? '' : `, ${label}`}`
    return type === 'enum' ? [`${key}(${word})`, options] : type === 'list' ? [`${key}(${word})`, 'string'] : [key, word]
  })
  const others = Object.entries(isRecord(rest) ? rest : {}).filter(([key]) => !names.has(field.exec(key)?.[1] ?? key))
  return Object.fromEntries([...entries, ...others])
}
