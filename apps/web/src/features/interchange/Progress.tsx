import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './Progress.module.css'

/** How far something long has come, and a way to end it. */
export function Progress(props: { label: string; value: number; count: string; onStop: () => void }) {
  return (
    <div class={styles.progress}>
      <ProgressBar label={props.label} value={props.value} count={props.count} />
      <Button size="small" onClick={() => props.onStop()}>
        Stop
      </Button>
    </div>
  )
}
