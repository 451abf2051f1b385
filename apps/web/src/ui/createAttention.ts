import { createSignal, onCleanup, type Accessor } from 'solid-js'

const hasAttention = () => document.visibilityState === 'visible' && document.hasFocus()

/** Whether somebody has this page before them: it is visible, and its window has the focus. */
export function createAttention(): Accessor<boolean> {
  const [attentive, setAttentive] = createSignal(hasAttention())
  const look = () => setAttentive(hasAttention())
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  window.addEventListener('blur', look)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
    window.removeEventListener('blur', look)
  })
  return attentive
}
