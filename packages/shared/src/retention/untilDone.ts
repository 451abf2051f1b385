/** Rows that go in one transaction. */
export const batchSize = 100

/**
 * Does `work` on batch after batch of ids until there are no more, and answers how many rows it did. A batch of which nothing
 * could be done is the last: what is locked out or was brought back meanwhile is for the next time.
 */
export async function untilDone(
  next: () => PromiseLike<{ id: string }[]>,
  work: (ids: string[]) => Promise<number>,
): Promise<number> {
  for (let done = 0; ;) {
    const ids = (await next()).map(({ id }) => id)
    if (ids.length === 0) return done
    const count = await work(ids)
    if (count === 0) return done
    done += count
  }
}
