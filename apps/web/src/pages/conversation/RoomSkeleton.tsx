import { Skeleton } from '../../ui/Skeleton.tsx'
import header from './RoomHeader.module.css'
import styles from './RoomSkeleton.module.css'

export function RoomSkeleton() {
  return (
    <main class={styles.room} aria-busy="true" aria-label="Opening the conversation">
      <div class={header.header}>
        <Skeleton width="14rem" height="1.125rem" />
      </div>
      <div class={styles.parts}>
        <div class={styles.part}>
          <Skeleton width="9rem" height="1.25rem" />
          <Skeleton width="72%" />
          <Skeleton width="90%" />
          <Skeleton width="55%" />
        </div>
        <div class={`${styles.part} ${styles.sheet}`}>
          <Skeleton width="6rem" height="1.25rem" />
          <Skeleton width="80%" />
          <Skeleton width="64%" />
        </div>
      </div>
    </main>
  )
}
