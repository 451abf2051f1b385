import type { Prompt } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'

/** Saves a rating with its words; whether that was done. What fails is said elsewhere. */
export type Rate = (rating: number | null, feedback: string | null) => Promise<boolean>

export type Rating = ReturnType<typeof createRating>

/** The rating of an answer as it is pressed: shown at once, undone where it could not be saved. */
export function createRating(prompt: Accessor<Pick<Prompt, 'rating' | 'feedback'>>, save: Rate) {
  const [saving, setSaving] = createSignal<{ rating: number | null }>()
  const [worded, setWorded] = createSignal<number | null>(null)
  const shown = () => {
    const pressed = saving()
    return pressed ? pressed.rating : prompt().rating
  }
  /** One after another, or the server might end with the one that was pressed first. */
  let last: Promise<boolean> = Promise.resolve(true)
  const send = async (rating: number | null, feedback: () => string | null) => {
    const mine = { rating }
    setSaving(mine)
    last = last.then(() => save(rating, feedback()))
    const isSaved = await last
    setSaving((now) => (now === mine ? undefined : now))
    return isSaved
  }
  return {
    shown,
    /** The rating that words are written to; null where none are. It outlasts a failure, and so do the words. */
    worded,
    /** Pressed once more it is taken back. */
    press: (pressed: number) => {
      const rating = shown() === pressed ? null : pressed
      setWorded(rating)
      void send(rating, () => (rating === null ? null : prompt().feedback))
    },
    saveWords: async (words: string) => {
      const rating = worded()
      if (rating === null) return
      const isSaved = await send(rating, () => words.trim() || null)
      if (isSaved) setWorded((now) => (now === rating ? null : now))
    },
    leave: () => setWorded(null),
  }
}
