import { createComputed, createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'

/** As many as fill a screen. */
const portion = 8

/**
 * A long list, a portion at a time: the first of it is drawn at once, and keys and fingers are heard between the others. It begins anew
 * whenever `list` names another one.
 */
export function createPortions<T>(all: Accessor<readonly T[]>, list: Accessor<unknown>): Accessor<readonly T[]> {
  const [count, setCount] = createSignal(portion)
  createComputed(on(list, () => setCount(portion), { defer: true }))
  createEffect(() => {
    const reached = count()
    if (reached >= all().length) return
    const timer = setTimeout(() => setCount(reached + portion))
    onCleanup(() => clearTimeout(timer))
  })
  return createMemo(() => all().slice(0, count()))
}
