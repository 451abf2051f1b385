import type { Prompt } from '@prologue/contracts'
import { For, Show } from 'solid-js'
import { answerDetails, answerFacts } from './answerFacts.ts'
import styles from './AnswerNumbers.module.css'

/** What an answer took: a line, and of a model's all that is known of it when the line is opened. */
export function AnswerNumbers(props: { prompt: Prompt }) {
  const details = () => answerDetails(props.prompt)
  const line = () => answerFacts(props.prompt).join(' · ')
  return (
    <Show when={details().length > 0} fallback={<p class={styles.line}>{line()}</p>}>
      <details class={styles.details}>
        <summary class={styles.line}>
          <span class="visually-hidden">Numbers: </span>
          {line()}
        </summary>
        <dl class={styles.list}>
          <For each={details()}>
            {(detail) => (
              <>
                <dt>{detail.name}</dt>
                <dd>{detail.value}</dd>
              </>
            )}
          </For>
        </dl>
      </details>
    </Show>
  )
}
