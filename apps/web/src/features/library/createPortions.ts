import { createComputed, createMemo, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js'

/** As many as fill the screen of a phone. */
const portion = 8

/** How far lists were drawn before their page was left: Back finds them as long as they were, so that its place is in them. */
const reached = new Map<string, number>()

/** Lists that are remembered; who goes back further begins at the top. */
const remembered = 20

/**
 * A long list, as far as it was come near: what is further below costs nothing. `grow` draws a portion more. Another list, by its
 * `name`, begins at its beginning, or as far as it was drawn when it was looked at last.
 */
export function createPortions<T>(all: Accessor<readonly T[]>, name: Accessor<string>) {
  const [count, setCount] = createSignal(portion)
  const keep = (list: string) => {
    reached.delete(list)
    reached.set(list, untrack(count))
    const [oldest] = reached.keys()
    if (reached.size > remembered && oldest !== undefined) reached.delete(oldest)
  }
  createComputed(
    on(name, (now, before) => {
      if (before !== undefined) keep(before)
      setCount(reached.get(now) ?? portion)
    }),
  )
  onCleanup(() => keep(untrack(name)))
  const shown = createMemo(() => all().slice(0, count()))
  return { shown, isWhole: () => count() >= all().length, grow: () => setCount((before) => before + portion) }
}
