import { For } from 'solid-js'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './NotificationList.module.css'

export function ListSkeleton() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Reading the notifications">
      <For each={[90, 70, 82]}>{(width) => <Skeleton width={`${width}%`} />}</For>
    </div>
  )
}
