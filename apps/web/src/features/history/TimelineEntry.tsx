import type { Checkpoint } from '@prologue/contracts'
import GitCompare from 'lucide-solid/icons/git-compare'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { fullTime } from '../../ui/time.ts'
import { checkpointWhat, checkpointWho, clock } from './checkpointWords.ts'
import type { Choice } from './createChoice.ts'
import styles from './Timeline.module.css'

export function TimelineEntry(props: { entry: Checkpoint; choice: Choice; meId: string }) {
  const chosen = () => props.choice.chosen()?.id === props.entry.id
  const compared = () => props.choice.other()?.id === props.entry.id
  const comparable = () => props.choice.chosen() !== undefined && !chosen()
  return (
    <li class={styles.entry} data-kind={props.entry.kind} data-chosen={chosen() || compared() ? '' : undefined}>
      <button
        type="button"
        class={styles.choose}
        data-entry={props.entry.id}
        aria-current={chosen() ? 'true' : undefined}
        title={fullTime(props.entry.createdAt)}
        onClick={() => props.choice.choose(props.entry)}
      >
        <span class={styles.what}>{checkpointWhat(props.entry)}</span>
        <span class={styles.who}>
          <Show when={props.entry.createdBy}>
            {(person) => <span class={styles.dot} style={{ background: person().colour }} aria-hidden="true" />}
          </Show>
          <span class={styles.name}>{checkpointWho(props.entry, props.meId)}</span>
          <time datetime={props.entry.createdAt.toISOString()}>{clock(props.entry.createdAt)}</time>
        </span>
      </button>
      <Show when={comparable()}>
        <Button
          variant="plain"
          size="icon"
          class={styles.compare}
          aria-pressed={compared()}
          aria-label={`Compare with ${checkpointWhat(props.entry)}, ${clock(props.entry.createdAt)}`}
          title="Compare the chosen one with this"
          onClick={() => props.choice.compare(props.entry)}
        >
          <GitCompare />
        </Button>
      </Show>
    </li>
  )
}
