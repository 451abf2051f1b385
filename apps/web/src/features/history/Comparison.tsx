import type { Checkpoint } from '@prologue/contracts'
import { diffWords } from '@prologue/prompt-kit'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { DiffText } from '../../ui/DiffText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { checkpointWhat, clock, dayName } from './checkpointWords.ts'
import type { Choice } from './createChoice.ts'
import type { Restoring } from './createRestoring.ts'
import styles from './Comparison.module.css'
import { createCheckpointText } from './queries.ts'

/** One state of the draft beside what it says now, or two states beside each other. */
export function Comparison(props: {
  chosen: Checkpoint
  choice: Choice
  now: string
  /** Absent where the reader may not write. */
  restore: Restoring | undefined
}) {
  const text = createCheckpointText(() => props.chosen.id)
  const otherText = createCheckpointText(() => props.choice.other()?.id)
  const failed = [createFailure(text), createFailure(otherText)]
  const failure = () => failed[0]?.() ?? (props.choice.other() ? failed[1]?.() : null)

  /** The earlier one first; the draft now is what a restore would change. */
  const parts = createMemo(() => {
    const chosen = text.data?.content
    const other = props.choice.other()
    if (chosen === undefined) return undefined
    if (!other) return diffWords(props.now, chosen)
    const content = otherText.data?.id === other.id ? otherText.data.content : undefined
    if (content === undefined) return undefined
    return other.createdAt < props.chosen.createdAt ? diffWords(content, chosen) : diffWords(chosen, content)
  })
  const changes = () => parts()?.filter((part) => part.kind !== 'same').length ?? 0

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
            <Show when={parts()}>{words(props.chosen, props.choice.other(), changes())}</Show>
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
          <Failure
            title="This state could not be read"
            error={failure()}
            onRetry={() => void Promise.all([text.refetch(), props.choice.other() && otherText.refetch()])}
          />
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

/** What is compared with what, and how much differs. */
function words(chosen: Checkpoint, other: Checkpoint | undefined, changes: number): string {
  if (!other) {
    if (changes === 0) return 'The draft says the same now.'
    return 'Restoring takes out what is struck through and brings back what is marked.'
  }
  const [from, to] = other.createdAt < chosen.createdAt ? [other, chosen] : [chosen, other]
  const path = `From ${named(from)} to ${named(to)}`
  return changes === 0 ? `${path}: no difference.` : `${path}: what went is struck through, what came is marked.`
}

function named(entry: Checkpoint): string {
  const day = dayName(entry.createdAt, new Date())
  const when = `${day === 'Today' ? '' : `${day}, `}${clock(entry.createdAt)}`
  return entry.kind === 'manual' ? `“${entry.name}” (${when})` : when
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
