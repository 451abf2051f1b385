import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** Whether the browser has a connection, as far as it knows. */
export function createOnline(): Accessor<boolean> {
  const [online, setOnline] = createSignal(navigator.onLine)
  const change = () => setOnline(navigator.onLine)
  window.addEventListener('online', change)
  window.addEventListener('offline', change)
  onCleanup(() => {
    window.removeEventListener('online', change)
    window.removeEventListener('offline', change)
  })
  return online
}
