import type { Activity } from '@prologue/contracts'
import { For, Show } from 'solid-js'
import { fullTime } from '../../ui/time.ts'
import styles from './ActivityFeed.module.css'
import { fieldWords, nobodyWords, valueWords, whatHappened } from './activityWords.ts'
import type { ActivityChoice } from './choice.ts'

/** One thing that happened, as a sentence; opened, where from, and what was before and after. */
export function ActivityRow(props: {
  row: Activity
  open: boolean
  onToggle: (open: boolean) => void
  onOnly: (part: ActivityChoice) => void
}) {
  const name = () => (props.row.actor ? props.row.actor.name || 'Deleted account' : nobodyWords(props.row))
  const changes = () => Object.entries(props.row.changes ?? {})
  return (
    <article class={styles.row} aria-label={`${name()} ${whatHappened(props.row)}`}>
      <details open={props.open} onToggle={(event) => props.onToggle(event.currentTarget.open)}>
        <summary class={styles.summary}>
          <time class={styles.time} dateTime={props.row.at.toISOString()} title={fullTime(props.row.at)}>
            {timeWords(props.row.at)}
          </time>
          <span class={styles.sentence}>
            <Show when={props.row.actor} fallback={<span class={styles.nobody}>{name()}</span>}>
              <b class={styles.name} dir="auto">
                {name()}
              </b>
            </Show>{' '}
            {whatHappened(props.row)}
          </span>
        </summary>
        <div class={styles.details}>
          <Show when={changes().length > 0}>
            <dl class={styles.changes} aria-label="What changed">
              <For each={changes()}>
                {([field, change]) => (
                  <div>
                    <dt>{fieldWords(field)}</dt>
                    <dd>
                      <del class={styles.before} dir="auto">
                        {valueWords(change.from)}
                      </del>{' '}
                      <ins class={styles.after} dir="auto">
                        {valueWords(change.to)}
                      </ins>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </Show>
          <dl class={styles.facts}>
            <Fact name="When" value={`${fullTime(props.row.at)} (${props.row.at.toISOString()})`} />
            <Fact name="Address" value={props.row.ip} />
            <Fact name="Browser" value={props.row.userAgent} />
            <Fact name="Session" value={props.row.sessionId} />
            <Fact name="Request" value={props.row.requestId} />
            <Fact name="Thing" value={props.row.entity.id} />
            <Fact name="Number in the audit" value={String(props.row.sequence)} />
          </dl>
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
        </div>
      </details>
    </article>
  )
}

function Fact(props: { name: string; value: string | null }) {
  return (
    <Show when={props.value}>
      <div>
        <dt>{props.name}</dt>
        <dd>{props.value}</dd>
      </div>
    </Show>
  )
}

/** The time of day to the second, with its day where that is another one. */
function timeWords(at: Date): string {
  const time = at.toLocaleTimeString('en', { hourCycle: 'h23' })
  const isToday = at.toDateString() === new Date().toDateString()
  return isToday ? time : `${at.toLocaleDateString('en', { day: 'numeric', month: 'short' })}, ${time}`
}
