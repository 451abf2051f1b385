/** The last who waits or works at each draft; a draft at which nobody is has no place here. */
const last = new Map<string, Promise<unknown>>()

/** Runs what is done to one draft one after another in this process, in the order it was asked for; a failure stops nobody behind. */
export async function inTurn<T>(draftId: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(draftId) ?? Promise.resolve()
  const mine = before.then(work)
  const ended = mine.catch(() => {})
  last.set(draftId, ended)
  try {
    return await mine
  } finally {
    if (last.get(draftId) === ended) last.delete(draftId)
  }
}
