import type { Checkpoint } from '@prologue/contracts'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import { Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { DiffText } from '../../ui/DiffText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { checkpointWhat } from './checkpointWords.ts'
import { comparisonWords } from './comparisonWords.ts'
import type { Choice } from './createChoice.ts'
import { createComparison } from './createComparison.ts'
import type { Restoring } from './createRestoring.ts'
import styles from './Comparison.module.css'

/** One state of the draft beside what it says now, or two states beside each other. */
export function Comparison(props: {
  chosen: Checkpoint
  choice: Choice
  now: string
  /** Absent where the reader may not write. */
  restore: Restoring | undefined
}) {
  const { parts, changes, failure, retry } = createComparison(
    () => props.chosen,
    () => props.choice.other(),
    () => props.now,
  )
  return (
    <section class={styles.comparison} aria-label="Comparison">
      <header class={styles.header}>
        <Button
          variant="plain"
          size="icon"
          class={styles.back}
          aria-label="Back to the time line"
          onClick={() => props.choice.back()}
        >
          <ArrowLeft />
        </Button>
        <div class={styles.title}>
          <h3 class={styles.what}>{checkpointWhat(props.chosen)}</h3>
          <p class={styles.note} role="status">
            <Show when={parts()}>{comparisonWords(props.chosen, props.choice.other(), changes())}</Show>
          </p>
        </div>
        <Show when={!props.choice.other() && props.restore}>
          {(restore) => (
            <Button
              variant="primary"
              busy={restore().busy()}
              disabled={!parts() || changes() === 0}
              onClick={() => restore().run(props.chosen)}
            >
              Restore
            </Button>
          )}
        </Show>
        <Show when={props.choice.other()}>
          {(other) => (
            <Button size="small" onClick={() => props.choice.compare(other())}>
              Compare with now
            </Button>
          )}
        </Show>
      </header>
      <Switch fallback={<TextWaiting />}>
        <Match when={failure()}>
          <Failure title="This state could not be read" error={failure()} onRetry={retry} />
        </Match>
        <Match when={parts()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<p class={styles.empty}>Both are empty: there is nothing to compare.</p>}>
              <DiffText class={styles.text} parts={known()} label="Differences" />
            </Show>
          )}
        </Match>
      </Switch>
    </section>
  )
}

function TextWaiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading the text">
      <Skeleton width="70%" />
      <Skeleton width="92%" />
      <Skeleton width="84%" />
      <Skeleton width="40%" />
    </div>
  )
}
