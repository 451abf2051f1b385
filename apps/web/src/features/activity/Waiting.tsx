import { For } from 'solid-js'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './ActivityFeed.module.css'

/** Stands while the activity is read for the first time. */
export function Waiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading the activity">
      <For each={['18rem', '22rem', '16rem', '20rem']}>{(width) => <Skeleton width={width} height="1.25rem" />}</For>
    </div>
  )
}
