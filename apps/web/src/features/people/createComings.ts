import type { Person } from '@prologue/contracts'
import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { comings } from './comings.ts'

/** A voice that speaks at every coming and going would speak all the time: what happens within this goes into one sentence. */
const speakEvery = 5_000

/**
 * Who came and who left since it was last said, to be read out; '' at first. `people` is null while it is not known who is there:
 * without a place of one's own in the room, and just after a change of conversation.
 */
export function createComings(conversationId: Accessor<string>, people: Accessor<readonly Person[] | null>): Accessor<string> {
  const [words, setWords] = createSignal('')
  const place = createMemo(conversationId)
  createEffect(() => {
    place()
    setWords('')
    let told: readonly Person[] | null = null
    let spokeAt = -Infinity
    let first = true

    createEffect(() => {
      const now = people()
      // Just after a change of conversation these may still be the people of the one before.
      if (first) {
        first = false
        return
      }
      if (!now) return
      const speak = () => {
        const said = told ? comings(told, now) : ''
        told = now
        if (!said) return
        spokeAt = Date.now()
        setWords(said)
      }
      const wait = told ? spokeAt + speakEvery - Date.now() : 0
      if (wait <= 0) return speak()
      const timer = setTimeout(speak, wait)
      onCleanup(() => clearTimeout(timer))
    })
  })
  return words
}
