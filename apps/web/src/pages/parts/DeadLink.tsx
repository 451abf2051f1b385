import type { JSX } from 'solid-js'
import { NarrowPage } from './NarrowPage.tsx'
import styles from './NarrowPage.module.css'

/** A mailed link that is used up, too old or cut short. `action` is the way to a new one. */
export function DeadLink(props: { children: JSX.Element; action: JSX.Element }) {
  return (
    <NarrowPage
      answer
      title="This link does not work"
      lead={<>It was used already, is more than an hour old, or was cut short when it was copied. {props.children}</>}
    >
      <div class={styles.ways}>{props.action}</div>
    </NarrowPage>
  )
}
