import { createUniqueId, Show, type JSX } from 'solid-js'
import { ById } from '../../ui/ById.tsx'
import styles from './CommentsPanel.module.css'
import type { Thread } from './threads.ts'

/** Threads that have something in common, under its name where there are any. */
export function ThreadList(props: {
  title?: string
  threads: readonly Thread[]
  children: (thread: () => Thread) => JSX.Element
}) {
  const id = createUniqueId()
  return (
    <Show when={props.threads.length > 0}>
      <section class={styles.group} aria-labelledby={props.title && id} aria-label={props.title ? undefined : 'In the text'}>
        <Show when={props.title}>
          <h3 id={id} class={styles.groupTitle}>
            {props.title}
          </h3>
        </Show>
        <ById each={props.threads}>{(thread) => props.children(thread)}</ById>
      </section>
    </Show>
  )
}
