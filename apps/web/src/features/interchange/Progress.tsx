import { Button } from '../../ui/Button.tsx'
import styles from './Progress.module.css'

/** How far something long has come, and a way to end it. */
export function Progress(props: { label: string; value: number; count: string; onStop: () => void }) {
  return (
    <div class={styles.progress}>
      <div class={styles.words}>
        <span>{props.label}</span>
        <span class={styles.count}>{props.count}</span>
      </div>
      <progress class={styles.bar} aria-label={props.label} max={1} value={props.value} />
      <div>
        <Button size="small" onClick={() => props.onStop()}>
          Stop
        </Button>
      </div>
    </div>
  )
}
