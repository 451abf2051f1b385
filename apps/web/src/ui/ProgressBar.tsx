import styles from './ProgressBar.module.css'

/** How far something long has come, from 0 to 1. */
export function ProgressBar(props: { label: string; value: number; count: string }) {
  return (
    <div class={styles.progress}>
      <div class={styles.words}>
        <span>{props.label}</span>
        <span class={styles.count}>{props.count}</span>
      </div>
      <progress class={styles.bar} aria-label={props.label} max={1} value={props.value} />
    </div>
  )
}
