/** What the list on the screen becomes, and whether it changes at its beginning: then what is in view is held from the end. */
export type ListStep = { ids: readonly string[]; shift: boolean }

/**
 * The way from one list to another, in steps that change one place each: first the beginning, then the rest. Null where the two
 * have nothing in common.
 */
export function listSteps(before: readonly string[], after: readonly string[]): ListStep[] | null {
  const places = new Map(after.map((id, index) => [id, index]))
  const kept = before.findIndex((id) => places.has(id))
  if (kept === -1) return before.length === 0 || after.length === 0 ? [{ ids: after, shift: false }] : null
  const head = after.slice(0, places.get(before[kept] ?? '') ?? 0)
  const begun = [...head, ...before.slice(kept)]
  const steps: ListStep[] = []
  if (head.length !== kept) steps.push({ ids: begun, shift: true })
  if (begun.length !== after.length || begun.some((id, index) => id !== after[index])) steps.push({ ids: after, shift: false })
  return steps
}
