/** The text of the first, for a format that holds one. */
export async function* writeFirst<T>(items: AsyncIterable<T>, written: (item: T) => string): AsyncGenerator<string> {
  for await (const item of items) {
    yield written(item)
    return
  }
}
