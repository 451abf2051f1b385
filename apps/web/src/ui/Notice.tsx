import { Show, type JSX } from 'solid-js'
import styles from './Notice.module.css'

/** A state in place of content: nothing here yet, not found, failed. Says what happened and offers what to do. */
export function Notice(props: {
  title: string
  children?: JSX.Element
  action?: JSX.Element
  heading?: 'h1' | 'h2'
  alert?: boolean
}) {
  return (
    <div class={styles.notice} role={props.alert ? 'alert' : undefined}>
      <Show when={props.heading === 'h1'} fallback={<h2 class={styles.title}>{props.title}</h2>}>
        <h1 class={styles.title}>{props.title}</h1>
      </Show>
      <div class={styles.text}>{props.children}</div>
      <Show when={props.action}>
        <div class={styles.action}>{props.action}</div>
      </Show>
    </div>
  )
}
