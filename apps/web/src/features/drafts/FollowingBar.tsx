import { Button } from '../../ui/Button.tsx'
import styles from './FollowingBar.module.css'

/** Says whose cursor the page goes along with. */
export function FollowingBar(props: { name: string; onStop: () => void }) {
  return (
    <div class={styles.bar} role="status">
      <span class={styles.words}>
        Following <strong>{props.name}</strong>
      </span>
      <Button variant="plain" size="small" onClick={() => props.onStop()}>
        Stop
      </Button>
    </div>
  )
}
