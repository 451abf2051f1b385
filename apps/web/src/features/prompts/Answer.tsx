import type { Prompt } from '@prologue/contracts'
import FileInput from 'lucide-solid/icons/file-input'
import TextQuote from 'lucide-solid/icons/text-quote'
import { For, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { PromptText } from '../../ui/PromptText.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import styles from './Answer.module.css'
import { answerFacts, isComposed } from './answerFacts.ts'

/** One answer, while it is written and after. `live` is what has come of it so far. */
export function Answer(props: {
  prompt: Prompt
  live: string
  mayApply: boolean
  onApply: (prompt: Prompt) => void
  mayQuote: boolean
  onQuote: () => void
}) {
  const running = () => props.prompt.status === 'pending'
  const text = () => (running() ? props.live : props.prompt.response)
  return (
    <article class={styles.answer} aria-label={label(props.prompt)} aria-busy={running()}>
      <header class={styles.header}>
        <span class={styles.label}>{label(props.prompt)}</span>
        <Show when={running()}>
          <span class={styles.running}>
            <Spinner />
            Writing…
          </span>
        </Show>
      </header>
      <Show when={text()}>
        {/* Read out as a whole once it is there, not piece by piece. */}
        <div class={styles.text} data-answer-text aria-live={running() ? 'off' : undefined}>
          <PromptText text={text()} />
        </div>
      </Show>
      <Switch>
        <Match when={props.prompt.status === 'failed'}>
          <p class={styles.failed}>
            {props.prompt.statusReason ?? 'The answer could not be written.'} Send the message again to try once more.
          </p>
        </Match>
        <Match when={props.prompt.status === 'cancelled'}>
          <p class={styles.stopped}>{props.prompt.statusReason ?? 'Stopped.'}</p>
        </Match>
      </Switch>
      <Show when={!running()}>
        <footer class={styles.footer}>
          <Show when={text()}>
            <div class={styles.actions}>
              <Show when={props.mayApply}>
                <Button size="small" onClick={() => props.onApply(props.prompt)}>
                  <FileInput />
                  Apply to draft
                </Button>
              </Show>
              <CopyButton text={text} />
              <Show when={props.mayQuote}>
                <Button variant="plain" size="small" onClick={() => props.onQuote()}>
                  <TextQuote />
                  Quote
                </Button>
              </Show>
            </div>
          </Show>
          <ul class={styles.facts} aria-label="Numbers">
            <For each={answerFacts(props.prompt)}>{(fact) => <li>{fact}</li>}</For>
          </ul>
        </footer>
      </Show>
    </article>
  )
}

function label(prompt: Prompt): string {
  return isComposed(prompt) ? 'Structured from your answers' : `Written by ${prompt.model}`
}
