import type { Question } from '@prologue/contracts'
import MessageCircleQuestion from 'lucide-solid/icons/message-circle-question-mark'
import { createUniqueId, For, Show } from 'solid-js'
import { Button } from '../../../ui/Button.tsx'
import styles from './OpenQuestion.module.css'

/** What the chat asks next. Everybody in the room sees it; who may write answers with a chip, in their own words, or passes it over. */
export function OpenQuestion(props: {
  question: Question
  mayAnswer: boolean
  /** Something is on its way. */
  busy: boolean
  onAnswer: (words: string) => void
  onOwnWords: () => void
  onSkip: () => void
}) {
  const id = createUniqueId()
  return (
    <section class={styles.question} aria-labelledby={id}>
      <p id={id} class={styles.text}>
        <MessageCircleQuestion />
        <span dir="auto">{props.question.text}</span>
      </p>
      <Show when={props.mayAnswer}>
        <div class={styles.ways} role="group" aria-label="Ways to answer">
          <For each={props.question.options}>
            {(option) => (
              <Button size="small" class={styles.chip} disabled={props.busy} onClick={() => props.onAnswer(option)}>
                <span dir="auto">{option}</span>
              </Button>
            )}
          </For>
          <Button size="small" variant="plain" disabled={props.busy} onClick={() => props.onOwnWords()}>
            In my own words
          </Button>
          <Button size="small" variant="plain" disabled={props.busy} onClick={() => props.onSkip()}>
            Skip
          </Button>
        </div>
      </Show>
    </section>
  )
}
