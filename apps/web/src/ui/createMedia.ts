import { createSignal, onCleanup, type Accessor } from 'solid-js'

/** Whether a media query holds now. */
export function createMedia(query: string): Accessor<boolean> {
  const media = window.matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const change = () => setMatches(media.matches)
  media.addEventListener('change', change)
  onCleanup(() => media.removeEventListener('change', change))
  return matches
}
