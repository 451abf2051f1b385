/** Work on a batch of ids, one after the other, that answers how many of them it did. */
export function each(one: (id: string) => Promise<boolean>) {
  return async (ids: string[]): Promise<number> => {
    let done = 0
    for (const id of ids) done += Number(await one(id))
    return done
  }
}
