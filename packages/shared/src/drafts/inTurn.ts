/** The last who waits or works at each draft, of each server of drafts; a draft at which nobody is has no place here. */
const turns = new WeakMap<object, Map<string, Promise<unknown>>>()

/**
 * Runs what is done to one draft one after another on this node, in the order it was asked for; a failure stops nobody behind. `node` is
 * its server of drafts: two of them in one process, as in tests, do not wait for each other.
 */
export async function inTurn<T>(node: object, draftId: string, work: () => Promise<T>): Promise<T> {
  const last = turns.get(node) ?? new Map<string, Promise<unknown>>()
  turns.set(node, last)
  const mine = (last.get(draftId) ?? Promise.resolve()).then(work)
  const ended = mine.catch(() => {})
  last.set(draftId, ended)
  try {
    return await mine
  } finally {
    if (last.get(draftId) === ended) last.delete(draftId)
  }
}
