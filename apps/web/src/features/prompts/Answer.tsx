import type { ModelChoice, Prompt, PromptEdit, ProposedEdit } from '@prologue/contracts'
import FileInput from 'lucide-solid/icons/file-input'
import TextQuote from 'lucide-solid/icons/text-quote'
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import styles from './Answer.module.css'
import { insteadWords, isComposed } from './answerFacts.ts'
import { AnswerNumbers } from './AnswerNumbers.tsx'
import { AnswerText } from './AnswerText.tsx'
import { Branches } from './branches/Branches.tsx'
import { createRating, type Rate } from './branches/createRating.ts'
import { RateNote, RateWords, Thumbs } from './branches/RateAnswer.tsx'
import { Regenerate } from './branches/Regenerate.tsx'
import type { EditActs } from './edits/createEditActs.ts'
import { Edits } from './edits/Edits.tsx'
import type { Models } from './models/createModels.ts'

/** What an answer is shown with, the same for all answers of a conversation. */
export type AnswerDesk = {
  models: Models
  edits: EditActs
  /** The draft as it is now, and its sections that keep what they have. */
  draft: () => string
  locked: () => ReadonlySet<string>
}

/** One answer, while it is written and after. `live` and `liveEdits` are what has come of it so far. */
export function Answer(props: {
  prompt: Prompt
  live: string
  liveEdits: readonly ProposedEdit[]
  desk: AnswerDesk
  mayApply: boolean
  mayWrite: boolean
  onApply: (prompt: Prompt) => void
  onQuote: () => void
  onRegenerate: (model: ModelChoice | undefined) => void
  onChoose: (id: string) => void
  onRate: Rate
}) {
  const rating = createRating(
    () => props.prompt,
    (value, feedback) => props.onRate(value, feedback),
  )
  const [unfolded, setUnfolded] = createSignal(false)
  const running = () => props.prompt.status === 'pending'
  const text = () => (running() ? props.live : props.prompt.response)
  const edits = createMemo(() => (running() ? props.liveEdits.map(asWritten) : props.prompt.edits))
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
        <Show when={!running()}>
          <Branches prompt={props.prompt} mayChoose={props.mayWrite} onChoose={(id) => props.onChoose(id)} />
        </Show>
      </header>
      <Show when={text()}>
        <AnswerText text={text()} whole={props.prompt.whole} running={running()} unfolded={unfolded()} onFold={setUnfolded} />
      </Show>
      <Show when={edits().length > 0}>
        <Edits
          prompt={props.prompt}
          edits={edits()}
          draft={props.desk.draft()}
          locked={props.desk.locked()}
          mayApply={props.mayApply}
          acts={props.desk.edits}
        />
      </Show>
      <Switch>
        <Match when={props.prompt.status === 'failed'}>
          <p class={styles.failed}>{props.prompt.statusReason ?? 'The answer could not be written.'}</p>
        </Match>
        <Match when={props.prompt.status === 'cancelled'}>
          <p class={styles.stopped}>{props.prompt.statusReason ?? 'Stopped.'}</p>
        </Match>
      </Switch>
      <Show when={insteadWords(props.prompt)}>{(words) => <p class={styles.stopped}>{words()}.</p>}</Show>
      <Show when={!running()}>
        <footer class={styles.footer}>
          <div class={styles.actions}>
            <Show when={text() && props.mayApply && props.prompt.whole}>
              <Button size="small" onClick={() => props.onApply(props.prompt)}>
                <FileInput />
                Apply to draft
              </Button>
            </Show>
            <Show when={text()}>
              <CopyButton bare text={text} />
            </Show>
            <Show when={text() && props.mayWrite}>
              <Button variant="plain" size="small" aria-label="Quote" title="Quote" onClick={() => props.onQuote()}>
                <TextQuote />
              </Button>
            </Show>
            <Show when={props.mayWrite}>
              {/* What the composer said to a command cannot be said otherwise. */}
              <Show when={props.prompt.whole || !isComposed(props.prompt)}>
                <Regenerate
                  prompt={props.prompt}
                  models={props.desk.models}
                  onRegenerate={(model) => props.onRegenerate(model)}
                />
              </Show>
              <Show when={props.prompt.status === 'completed'}>
                <Thumbs rating={rating} />
              </Show>
            </Show>
          </div>
          <Show when={rating.worded() !== null} fallback={<RateNote prompt={props.prompt} />}>
            <RateWords prompt={props.prompt} rating={rating} />
          </Show>
          <AnswerNumbers prompt={props.prompt} />
        </footer>
      </Show>
    </article>
  )
}

function label(prompt: Prompt): string {
  return isComposed(prompt) ? 'Structured from your answers' : `Written by ${prompt.model}`
}

/** An edit that is complete though the answer is not: nobody has decided about it. */
function asWritten(edit: ProposedEdit, position: number): PromptEdit {
  return { ...edit, id: `live-${position}`, state: 'open' }
}
