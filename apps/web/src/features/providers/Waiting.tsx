import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './ProviderSection.module.css'

/** The place of a list that is being read. */
export function Waiting(props: { label: string }) {
  return (
    <div class={styles.rows} aria-busy="true" aria-label={props.label}>
      <div class={styles.waiting}>
        <Skeleton width="9rem" height="1.25rem" />
        <Skeleton width="18rem" height="1.125rem" />
        <Skeleton width="12rem" height="1.25rem" />
      </div>
    </div>
  )
}
