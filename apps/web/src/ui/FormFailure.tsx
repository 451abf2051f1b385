import { createSignal, onCleanup, Show, untrack } from 'solid-js'
import { describeFailure, wireOf } from '../failure.ts'
import styles from './FormFailure.module.css'
import { duration } from './time.ts'

/** What the server refused; where it is a matter of waiting, how long still, and when it is over. */
export function FormFailure(props: { error: unknown }) {
  const wait = untrack(() => (wireOf(props.error)?.retryAfter ?? 0) * 1000)
  const end = Date.now() + wait
  const [left, setLeft] = createSignal(wait)
  const timer = wait > 0 ? setInterval(() => setLeft(Math.max(0, end - Date.now())), 500) : undefined
  onCleanup(() => clearInterval(timer))
  const over = () => wait > 0 && left() === 0

  return (
    <p class={styles.failure} role="alert" data-over={over() ? '' : undefined}>
      {over() ? 'You can try again now.' : describeFailure(props.error)}
      {/* Seen, not read out: an alert that changed every second would speak without end. */}
      <Show when={left() > 0}>
        <span class={styles.left} aria-hidden="true">
          {' '}
          ({duration(Math.max(1000, Math.ceil(left() / 1000) * 1000)).replace('.0 s', ' s')} left)
        </span>
      </Show>
    </p>
  )
}
