import { For } from 'solid-js'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './ReportList.module.css'

export function ReportSkeleton() {
  return (
    <div class={styles.rows} aria-busy="true" aria-label="Reading the reports">
      <For each={['14rem', '10rem', '12rem']}>
        {(width) => (
          <div class={styles.waiting}>
            <Skeleton width={width} height="1.25rem" />
            <Skeleton width="18rem" height="1.125rem" />
            <Skeleton width="24rem" height="1.125rem" />
          </div>
        )}
      </For>
    </div>
  )
}
