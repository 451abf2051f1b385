import { createComputed, createSignal, onCleanup, type Accessor } from 'solid-js'

/** A value at once, or, while `patient`, once it has stood for a moment: what is made of it then takes long. */
export function createSettled<T>(value: Accessor<T>, patient: Accessor<boolean>): Accessor<T> {
  const [settled, setSettled] = createSignal(value())
  createComputed(() => {
    const now = value()
    const settle = () => setSettled(() => now)
    if (patient()) {
      const timer = setTimeout(settle, 200)
      onCleanup(() => clearTimeout(timer))
    } else settle()
  })
  return settled
}
