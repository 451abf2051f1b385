import * as fc from 'fast-check'
import { isName } from '../../variables/fitName.ts'
import { variableSchema, type Variable } from '../../variables/schema.ts'

const parts = fc.constantFrom(',', '(', ')', ':', '?', '"', '\n', 'a', ' ', '#', 'é', '🧭', '\r', '\u2028')
const words = fc.array(parts, { maxLength: 8 }).map((all) => all.join(''))
const options = fc.uniqueArray(
  words.map((some) => some.trim()).filter((some) => some !== ''),
  { minLength: 1, maxLength: 3 },
)
const line = words.map((some) => some.replaceAll(/[\r\n]/g, ' '))

const kinds = fc.oneof(
  fc.record({ type: fc.constant('text'), default: line, example: line, max: fc.constant(90) }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('longtext'), default: words, example: words }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('number'), default: fc.double({ noNaN: true, min: -9, max: 9 }) }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('integer'), default: fc.integer(), min: fc.constant(-3e9) }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('boolean'), default: fc.boolean() }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('date'), default: fc.constant('2026-11-22') }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('list'), default: fc.array(words, { maxLength: 3 }) }, { requiredKeys: ['type'] }),
  options.chain((options) => fc.constantFrom({ type: 'enum', options }, { type: 'enum', options, default: options[0] })),
)
const others = fc.record(
  {
    name: fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter(isName),
    required: fc.boolean(),
    label: words.map((some) => `${some}.`),
    source: fc.constantFrom('author', 'end-user'),
    sensitive: fc.boolean(),
  },
  { requiredKeys: ['name'] },
)

/** Declarations of every type, with labels and values that are meant to break formats. */
export const anyVariables: fc.Arbitrary<Variable[]> = fc.uniqueArray(
  fc.tuple(kinds, others).map(([kind, other]) => variableSchema.parse(Object.assign({}, other, kind))),
  { maxLength: 5, selector: ({ name }) => name },
)
