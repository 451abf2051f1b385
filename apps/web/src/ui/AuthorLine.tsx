import type { Person } from '@prologue/contracts'
import { Show, type JSX } from 'solid-js'
import styles from './AuthorLine.module.css'
import { Avatar } from './Avatar.tsx'
import { PersonName } from './PersonName.tsx'
import { ago, fullTime } from './time.ts'

/** Above what somebody wrote: who, when, and when it was edited; at its end what can be done about it. */
export function AuthorLine(props: {
  author: Person
  mine: boolean
  /** Undefined while it is on its way to the server. */
  at: Date | undefined
  editedAt: Date | null | undefined
  children?: JSX.Element
}) {
  return (
    <header class={styles.line}>
      <Avatar person={props.author} size="small" />
      <PersonName person={props.author} class={styles.name} />
      <Show when={props.mine}>
        <span class="visually-hidden">(you)</span>
      </Show>
      <Show when={props.at} fallback={<span class={styles.time}>Sending…</span>}>
        {(at) => (
          <time class={styles.time} dateTime={at().toISOString()} title={fullTime(at())}>
            {ago(at())}
          </time>
        )}
      </Show>
      <Show when={props.editedAt}>
        {(at) => (
          <time class={styles.time} dateTime={at().toISOString()} title={`Edited ${fullTime(at())}`}>
            edited <span class="visually-hidden">{fullTime(at())}</span>
          </time>
        )}
      </Show>
      <div class={styles.end}>{props.children}</div>
    </header>
  )
}
