import { createUniqueId, Show, type JSX } from 'solid-js'
import styles from './Section.module.css'

/** One matter of a page: what it is about at the side, what can be done beside it. */
export function Section(props: {
  title: string
  lead?: JSX.Element
  children: JSX.Element
  ref?: (section: HTMLElement) => void
}) {
  const id = createUniqueId()
  return (
    <section class={styles.section} aria-labelledby={id} ref={(section) => props.ref?.(section)}>
      <div class={styles.about}>
        <h2 id={id} class={styles.title}>
          {props.title}
        </h2>
        <Show when={props.lead}>{(lead) => <div class={styles.lead}>{lead()}</div>}</Show>
      </div>
      <div class={styles.content}>{props.children}</div>
    </section>
  )
}
