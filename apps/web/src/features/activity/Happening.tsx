import type { Activity } from '@prologue/contracts'
import { For, Show, type JSX } from 'solid-js'
import { fullTime } from '../../ui/time.ts'
import styles from './ActivityFeed.module.css'
import { fieldWords, valueWords } from './activityWords.ts'

/** One thing that happened, as a sentence that is opened for what was before and after, and what else is known. */
export function Happening(props: {
  row: Pick<Activity, 'at' | 'changes'>
  name: string
  /** Whether `name` is a person's, and no word for somebody. */
  person: boolean
  what: string
  open?: boolean
  onToggle?: (open: boolean) => void
  children: JSX.Element
}) {
  const changes = () => Object.entries(props.row.changes ?? {})
  return (
    <article class={styles.row} aria-label={`${props.name} ${props.what}`}>
      <details open={props.open} onToggle={(event) => props.onToggle?.(event.currentTarget.open)}>
        <summary class={styles.summary}>
          <time class={styles.time} dateTime={props.row.at.toISOString()} title={fullTime(props.row.at)}>
            {timeWords(props.row.at)}
          </time>
          <span class={styles.sentence}>
            <Show when={props.person} fallback={<span class={styles.nobody}>{props.name}</span>}>
              <b class={styles.name} dir="auto">
                {props.name}
              </b>
            </Show>{' '}
            {props.what}
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
          {props.children}
        </div>
      </details>
    </article>
  )
}

/** What is known of it, by name. */
export function Facts(props: { facts: Readonly<Record<string, string | null>> }) {
  return (
    <dl class={styles.facts}>
      <For each={Object.entries(props.facts).filter(([, value]) => value !== null)}>
        {([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

/** An instant, with the one that all clocks agree on. */
export function exactTime(at: Date): string {
  return `${fullTime(at)} (${at.toISOString()})`
}

/** The time of day to the second, with its day where that is another one. */
function timeWords(at: Date): string {
  const time = at.toLocaleTimeString('en', { hourCycle: 'h23' })
  const isToday = at.toDateString() === new Date().toDateString()
  return isToday ? time : `${at.toLocaleDateString('en', { day: 'numeric', month: 'short' })}, ${time}`
}
