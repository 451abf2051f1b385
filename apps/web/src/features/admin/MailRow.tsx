import type { KeptMail } from '@prologue/contracts'
import { Show } from 'solid-js'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { ago, fullTime } from '../../ui/time.ts'
import styles from './MailRow.module.css'

/** A mail that was not sent: whom it is for, what it says, and its link to hand over. */
export function MailRow(props: { mail: KeptMail }) {
  return (
    <li class={styles.mail}>
      <details class={styles.details}>
        <summary class={styles.summary}>
          <span class={styles.subject}>{props.mail.subject}</span>
          <span class={styles.meta}>
            to {props.mail.to} ·{' '}
            <time dateTime={props.mail.createdAt.toISOString()} title={fullTime(props.mail.createdAt)}>
              {ago(props.mail.createdAt)}
            </time>
          </span>
        </summary>
        <p class={styles.text}>{props.mail.text}</p>
      </details>
      <Show when={props.mail.link}>
        {(link) => (
          <div class={styles.link}>
            <CopyButton variant="quiet" label="Copy link" text={link} />
          </div>
        )}
      </Show>
    </li>
  )
}
