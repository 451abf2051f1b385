import type { Checkpoint } from '@prologue/contracts'
import { For, Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { groupByDay } from './checkpointWords.ts'
import type { Choice } from './createChoice.ts'
import styles from './Timeline.module.css'
import { TimelineEntry } from './TimelineEntry.tsx'

/** What was kept of the draft, day by day, the newest first. Arrow keys go from entry to entry. */
export function Timeline(props: {
  entries: readonly Checkpoint[]
  choice: Choice
  meId: string
  more: { busy: boolean; load: () => void } | undefined
}) {
  const days = () => groupByDay(props.entries, new Date())
  return (
    <div class={styles.timeline} onKeyDown={press}>
      <For each={days()}>
        {(day) => (
          <section>
            <h3 class={styles.day}>{day.name}</h3>
            <ul class={styles.entries}>
              <For each={day.entries}>{(entry) => <TimelineEntry entry={entry} choice={props.choice} meId={props.meId} />}</For>
            </ul>
          </section>
        )}
      </For>
      <Show when={props.more}>
        {(more) => (
          <Button class={styles.more} busy={more().busy} onClick={() => more().load()}>
            Show older
          </Button>
        )}
      </Show>
    </div>
  )
}

/** Goes to the entry above or below and chooses it. */
function press(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')]
  const at = entries.findIndex((entry) => entry === document.activeElement)
  const next = entries[at + step]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
  next.click()
}
