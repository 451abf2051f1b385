import { createEffect, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'

/** In milliseconds. */
const every = 120

/** A value that changes often, followed some times a second while `often` holds, and at once else. */
export function createSettled<T>(value: Accessor<T>, often: Accessor<boolean>): Accessor<T> {
  const [settled, setSettled] = createSignal(untrack(value))
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(() => {
    const now = value()
    if (!often()) {
      clearTimeout(timer)
      timer = undefined
      setSettled(() => now)
    } else
      timer ??= setTimeout(() => {
        timer = undefined
        setSettled(() => untrack(value))
      }, every)
  })
  onCleanup(() => clearTimeout(timer))
  return settled
}
