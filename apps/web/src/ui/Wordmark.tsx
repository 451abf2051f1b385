import { A } from '@solidjs/router'
import styles from './Wordmark.module.css'

export function Wordmark() {
  return (
    <A href="/" class={styles.wordmark}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M4 3v14" stroke="currentColor" stroke-width="2.25" stroke-linecap="round" />
        <path d="M9 4.5h7M9 10h7M9 15.5h4" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" opacity="0.55" />
      </svg>
      <span>Prologue</span>
    </A>
  )
}
