import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './TextWaiting.module.css'

/** The text is on its way. */
export function TextWaiting() {
  return (
    <div class={styles.waiting} aria-busy="true" aria-label="Opening the text">
      <Skeleton width="30%" />
      <Skeleton width="88%" />
      <Skeleton width="80%" />
      <Skeleton width="44%" />
    </div>
  )
}
