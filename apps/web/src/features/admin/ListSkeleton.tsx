import { For } from 'solid-js'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './List.module.css'

export function ListSkeleton(props: { label: string }) {
  return (
    <div class={styles.rows} aria-busy="true" aria-label={props.label}>
      <For each={['9rem', '12rem', '8rem']}>
        {(width) => (
          <div class={styles.waiting}>
            <Skeleton width={width} height="1.25rem" />
            <Skeleton width="16rem" height="1.125rem" />
            <Skeleton width="20rem" height="1.125rem" />
          </div>
        )}
      </For>
    </div>
  )
}
