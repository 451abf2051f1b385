import { Show } from 'solid-js'
import { failedWith } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import type { Pair } from './createComparison.ts'
import type { VersionActs } from './createVersionActs.ts'
import styles from './RestoreBar.module.css'

/** Makes an older version the newest again: as one more, so that nothing is lost. */
export function RestoreBar(props: {
  number: number
  /** The newest that is known here. */
  latest: number
  acts: VersionActs
  onCompare: (pair: Pair) => void
  onRestored: () => void
}) {
  const act = createAct()
  const restore = async () => {
    await props.acts.restore(props.number, props.latest)
    props.onRestored()
  }
  return (
    <div class={styles.bar}>
      <Show when={act.failure()} keyed>
        {(error) => (
          <>
            <FormFailure error={error} />
            <Show when={failedWith(error, 'CONFLICT')}>
              <Button onClick={() => props.onCompare({ from: props.latest, to: props.number })}>Compare with the newest</Button>
            </Show>
          </>
        )}
      </Show>
      <p class={styles.note}>This makes it version {props.latest + 1}. Every version stays as it is.</p>
      <Button variant="primary" busy={act.busy()} onClick={() => void act.run(restore)}>
        Restore version {props.number}
      </Button>
    </div>
  )
}
