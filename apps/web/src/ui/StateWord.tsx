import type { JSX } from 'solid-js'
import styles from './StateWord.module.css'

export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'none'

/** How what is written stands, in a word behind a dot of its colour; told politely when it changes. */
export function StateWord(props: { tone: Tone; children: JSX.Element }) {
  return (
    <span class={styles.word} role="status" data-tone={props.tone}>
      {props.children}
    </span>
  )
}
