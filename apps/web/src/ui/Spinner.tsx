import styles from './Spinner.module.css'

export function Spinner() {
  return <span class={styles.spinner} aria-hidden="true" />
}
