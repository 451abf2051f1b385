/** A JSON list, an item at a time. */
export async function* writeList(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let count = 0
  for await (const item of items) yield `${count++ === 0 ? '[\n' : ',\n'}${JSON.stringify(item, null, 2)}`
  yield count === 0 ? '[]\n' : '\n]\n'
}

/** The first of what is written, for a format that holds one. */
export async function* writeOne<T>(items: AsyncIterable<T>, written: (item: T) => unknown): AsyncGenerator<string> {
  for await (const item of items) {
    yield `${JSON.stringify(written(item), null, 2)}\n`
    return
  }
}
