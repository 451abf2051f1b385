import { z } from 'zod'

const constructorSchema = z.looseObject({
  lc: z.number(),
  type: z.literal('constructor'),
  id: z.array(z.string()).min(1),
  kwargs: z.record(z.string(), z.unknown()),
})
/** What would be made of which class, and with what. It is only looked at. */
export type Constructor = { className: string; kwargs: Record<string, unknown> }

/** What a value says is to be made, null where it says nothing such. */
export function constructorOf(value: unknown): Constructor | null {
  const { id, kwargs } = constructorSchema.safeParse(value).data ?? {}
  const className = id?.at(-1)
  return className === undefined || kwargs === undefined ? null : { className, kwargs }
}

/** Where sequences, branches and bindings hold what they are made of, in the order it runs. */
const holders = ['first', 'middle', 'steps', 'steps__', 'bound', 'last']

/** A constructor and all that it leads to, in the order they run. */
export function* constructorsIn(value: unknown): Generator<Constructor> {
  const found = constructorOf(value)
  if (found === null) {
    const parts: unknown[] = Array.isArray(value) ? value : isBranches(value) ? Object.values(value) : []
    for (const part of parts) yield* constructorsIn(part)
    return
  }
  yield found
  for (const holder of holders) yield* constructorsIn(found.kwargs[holder])
}

/** A step can be several that run side by side, by their names. */
function isBranches(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !('lc' in value)
}
