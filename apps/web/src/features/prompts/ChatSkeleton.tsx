import { For } from 'solid-js'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './Chat.module.css'

export function ChatSkeleton() {
  return (
    <div class={styles.waiting} aria-label="Loading messages">
      <Skeleton width="9rem" height="1.25rem" />
      <Skeleton width="70%" />
      <For each={['92%', '84%', '96%', '40%', '88%', '76%']}>{(width) => <Skeleton width={width} />}</For>
    </div>
  )
}
