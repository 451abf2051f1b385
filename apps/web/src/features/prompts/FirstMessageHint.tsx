import styles from './FirstMessageHint.module.css'

export function FirstMessageHint() {
  return (
    <div class={styles.empty}>
      <h2>Say what the assistant is for</h2>
      <p>
        Who it serves, what it does, what it must never do: a sentence is enough. Each message adds to the brief, and each answer
        is the whole prompt set out anew.
      </p>
    </div>
  )
}
