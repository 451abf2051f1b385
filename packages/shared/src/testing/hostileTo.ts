import * as fc from 'fast-check'

const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)])

/** What stands where something else is due. Each is made anew, as it may be written to. */
const hostile: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => -1,
  () => 1.5,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 1e308,
  () => Number.NaN,
  () => 10n ** 30n,
  () => '',
  () => '\ud800',
  () => '\u0000',
  () => 'x'.repeat(2_000),
  () => [],
  () => ['x', 'y'],
  () => ({}),
  () => ({ toString: null, valueOf: null }),
  () => ({ $ne: null, like: '%' }),
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  () => new Date(0),
  () => new Date(8.64e15),
  () => new Map([['__proto__', 1]]),
  () => new Set(['x']),
  () => /(a+)+$/,
  () => new Error('polluted'),
  () => new Uint8Array(3),
  () => deep(200),
]

/** Values of an arbitrary with something else at one place of them, or with a field too many. */
export function hostileTo(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(valid, fc.nat(), fc.constantFrom(...hostile)).map(([value, at, make]) => {
    const places = placesIn(value)
    return replaceAt(value, places[at % places.length] ?? [], make())
  })
}

/** The paths to everything in a value, itself first, and to fields that it has not. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [[]]
  const inner = Object.entries(value).flatMap(([key, field]) => placesIn(field).map((path) => [key].concat(path)))
  return [[], ...inner, ['more'], ['__proto__'], ['constructor']]
}

function replaceAt(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined) return replacement
  if (typeof value !== 'object' || value === null) return value
  const copy: object = Array.isArray(value) ? [...value] : { ...value }
  // Defined, as assigning to __proto__ would change what this is.
  Object.defineProperty(copy, key, {
    value: replaceAt(Reflect.get(value, key), rest, replacement),
    enumerable: true,
    configurable: true,
    writable: true,
  })
  return copy
}
