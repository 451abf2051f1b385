import type { Presence } from '@prologue/contracts'
import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import styles from './TypingLine.module.css'
import { writers } from './writers.ts'

/** Said aloud once in so long; the line itself comes and goes silently. */
const speakEvery = 20_000

/** "Grace is writing…": it has its place whether somebody writes or not, so that nothing moves. */
export function TypingLine(props: { people: readonly Presence[]; meId: string }) {
  const words = createMemo(() => writers(props.people.filter((person) => person.typing && person.id !== props.meId)))
  const [spoken, setSpoken] = createSignal('')
  let spokeAt = -Infinity
  createEffect(() => {
    const now = words()
    const mayRepeat = Date.now() - spokeAt >= speakEvery
    if (now && mayRepeat) spokeAt = Date.now()
    if (!now || mayRepeat) setSpoken(now)
  })
  return (
    <div class={styles.line}>
      <Show when={words()}>
        <span class={styles.dots} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <span class={styles.words} aria-hidden="true">
          {words()}
        </span>
      </Show>
      <span class="visually-hidden" aria-live="polite">
        {spoken()}
      </span>
    </div>
  )
}
