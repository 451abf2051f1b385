import { createEffect, onCleanup } from 'solid-js'

/** Nobody stops for so long amid a word, in milliseconds. */
const pause = 180

/** Looks for what was `typed`, without the blanks around it, as soon as the typing pauses. */
export function createSearch(typed: () => string, look: (words: string) => void): void {
  createEffect(() => {
    const words = typed().trim()
    const timer = setTimeout(() => look(words), pause)
    onCleanup(() => clearTimeout(timer))
  })
}
