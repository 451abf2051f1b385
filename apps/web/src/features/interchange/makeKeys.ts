/**
 * The keys of the items of one import: a UUIDv7 of now each, which counts on from item to item. Who sends an item again sends it under the
 * same key, and the server writes it once.
 */
export function makeKeys(): (index: number) => string {
  const time = Date.now().toString(16).padStart(12, '0')
  const [first = 0, second = 0, ...rest] = crypto.getRandomValues(new Uint16Array(5))
  const start = rest.reduce((sum, part) => sum * 65_536 + part, 0)
  const middle = [`7${hex(first % 4096, 3)}`, `8${hex(second % 4096, 3)}`]
  return (index) => [time.slice(0, 8), time.slice(8), ...middle, hex((start + index) % 2 ** 48, 12)].join('-')
}

const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
