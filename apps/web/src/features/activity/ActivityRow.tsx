import type { Activity } from '@prologue/contracts'
import { Show } from 'solid-js'
import styles from './ActivityFeed.module.css'
import { nobodyWords, whatHappened } from './activityWords.ts'
import type { ActivityChoice } from './choice.ts'
import { exactTime, Facts, Happening } from './Happening.tsx'

/** A row of the feed; opened, it tells where from, and leads to others like it. */
export function ActivityRow(props: {
  row: Activity
  open: boolean
  onToggle: (open: boolean) => void
  onOnly: (part: ActivityChoice) => void
}) {
  const name = () => (props.row.actor ? props.row.actor.name || 'Deleted account' : nobodyWords(props.row))
  return (
    <Happening
      row={props.row}
      name={name()}
      person={props.row.actor !== null}
      what={whatHappened(props.row)}
      open={props.open}
      onToggle={props.onToggle}
    >
      <Facts
        facts={{
          When: exactTime(props.row.at),
          Address: props.row.ip,
          Browser: props.row.userAgent,
          Session: props.row.sessionId,
          Request: props.row.requestId,
          Thing: props.row.entity.id,
          'Number in the audit': String(props.row.sequence),
        }}
      />
      <p class={styles.ways}>
        <Show when={props.row.actor}>
          {(actor) => (
            <button class={styles.way} type="button" onClick={() => props.onOnly({ actorId: actor().id })}>
              Only by {name()}
            </button>
          )}
        </Show>
        <Show when={props.row.entity.id}>
          {(id) => (
            <button
              class={styles.way}
              type="button"
              onClick={() => props.onOnly({ entityType: props.row.entity.type, entityId: id() })}
            >
              Only about this
            </button>
          )}
        </Show>
      </p>
    </Happening>
  )
}
