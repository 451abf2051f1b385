import type { SystemLine } from '@prologue/contracts'
import { For } from 'solid-js'
import { ago, fullTime } from '../../ui/time.ts'
import { lineSentence } from './systemLines.ts'
import styles from './SystemLines.module.css'

/** Quiet lines of what happened between two exchanges. */
export function SystemLines(props: { lines: readonly SystemLine[] | undefined; meId: string }) {
  return (
    <For each={props.lines}>
      {(line) => (
        <p class={styles.line}>
          {lineSentence(line, props.meId)}{' '}
          <time class={styles.time} dateTime={line.at.toISOString()} title={fullTime(line.at)}>
            {ago(line.at)}
          </time>
        </p>
      )}
    </For>
  )
}
