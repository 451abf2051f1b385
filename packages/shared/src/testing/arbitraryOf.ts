import * as fc from 'fast-check'
import type { z } from 'zod'

/** Texts that break what reads them as a pattern, a statement, an address or a cell. */
const awkward = [
  '',
  ' ',
  '\u0000',
  '%_\\',
  '\'" or 1=1 --',
  '+"(~*<>@',
  '../../etc/passwd',
  '=1+1',
  'é\u0301🚲東',
  '__proto__',
  '👍',
  'A text of words',
]

/** What leads to something that there is, by the name of the field that holds it. */
export type Known = { idFor(field: string): string; textsFor(field: string): readonly string[] }

/**
 * Values that a schema takes, or nearly: rules that a program checks are left to chance. What is asked for by an id or a text is
 * often `known`, so that it is found.
 */
export function arbitraryOf(schema: z.core.$ZodType, known: Known, field = ''): fc.Arbitrary<unknown> {
  const of = (inner: z.core.$ZodType) => arbitraryOf(inner, known, field)
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      // A further check may have put its own name over that of the format.
      return textOf({ ...schema._zod.bag, ...('format' in def && { format: def.format }) }, known, field)
    case 'number':
      return numberOf(schema._zod.bag)
    case 'boolean':
      return fc.boolean()
    case 'date':
      return fc.date({ noInvalidDate: true, min: new Date('0000-01-01'), max: new Date('9999-12-31') })
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'array':
      return fc.array(of(def.element), { maxLength: 4 })
    case 'object':
      return objectOf(def.shape, (name, inner) => arbitraryOf(inner, known, name))
    case 'record':
      return fc.dictionary(fc.string({ maxLength: 5 }), of(def.valueType), { maxKeys: 3 })
    case 'union':
      return fc.oneof(...def.options.map(of))
    case 'optional':
      return fc.option(of(def.innerType), { nil: undefined })
    case 'nullable':
      return fc.option(of(def.innerType), { nil: null })
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
    case 'readonly':
      return of(def.innerType)
    case 'lazy':
      return of(def.getter())
    case 'pipe':
      // What comes first may take more than what follows it.
      return fc.oneof(of(def.in), of(def.out))
    case 'intersection':
      return fc.tuple(of(def.left), of(def.right)).map(([left, right]) => Object.assign({}, left, right))
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

type ArbitraryOfField = (name: string, schema: z.core.$ZodType) => fc.Arbitrary<unknown>

function objectOf(shape: z.core.$ZodShape, of: ArbitraryOfField): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape)
  const requiredKeys = fields.filter(([, field]) => field._zod.optin !== 'optional').map(([name]) => name)
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, of(name, field)])), { requiredKeys })
}

function textOf(bag: Record<string, unknown>, known: Known, field: string): fc.Arbitrary<string> {
  const texts = known.textsFor(field)
  const often = texts.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...texts) }] : []
  if (bag['format'] === 'uuid') return fc.oneof({ weight: 5, arbitrary: fc.constant(known.idFor(field)) }, fc.uuid())
  if (bag['format'] === 'email') return fc.oneof(fc.emailAddress(), fc.constant('SOMEBODY@EXAMPLE.COM'), ...often)
  const longest = typeof bag['maximum'] === 'number' ? bag['maximum'] : 200
  const shortest = typeof bag['minimum'] === 'number' ? bag['minimum'] : 0
  const patterns = bag['patterns'] instanceof Set ? [...bag['patterns']] : []
  const matching = patterns.filter((pattern) => pattern instanceof RegExp).map((pattern) => fc.stringMatching(pattern))
  const words = fc.string({ unit: 'binary', minLength: shortest, maxLength: Math.max(Math.min(longest, 60), shortest) })
  const whole = fc.constant('x'.repeat(Math.min(longest, 2_000)))
  return fc.oneof(words, fc.constantFrom(...awkward), whole, ...matching, ...often)
}

function numberOf(bag: Record<string, unknown>): fc.Arbitrary<number> {
  const min = typeof bag['minimum'] === 'number' ? Math.max(bag['minimum'], -0x7fff_ffff) : -0x7fff_ffff
  const max = typeof bag['maximum'] === 'number' ? Math.min(bag['maximum'], 0x7fff_ffff) : 0x7fff_ffff
  return fc.oneof(fc.integer({ min, max: Math.min(max, Math.max(min, 0) + 2) }), fc.integer({ min, max }))
}
