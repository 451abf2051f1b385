import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import type { Unsent as UnsentShape } from './createCommenting.ts'
import styles from './Unsent.module.css'

/** What somebody wrote and did not send, where no box for it is open: to be read, copied and discarded. */
export function Unsent(props: { of: UnsentShape; title: string }) {
  return (
    <Show when={props.of.text()}>
      {(text) => (
        <section class={styles.unsent} aria-label={props.title}>
          <p class={styles.title}>{props.title}</p>
          <p class={styles.text} dir="auto">
            {text()}
          </p>
          <div class={styles.ways}>
            <CopyButton text={text} />
            <Button variant="plain" size="small" onClick={() => props.of.set('')}>
              Discard
            </Button>
          </div>
        </section>
      )}
    </Show>
  )
}
